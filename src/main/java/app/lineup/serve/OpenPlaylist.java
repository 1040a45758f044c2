package app.lineup.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One version of the playlist, open for one request. Not thread-safe; used by that request's thread.
final class OpenPlaylist implements AutoCloseable {

  private final FileChannel content;
  private final Version version;
  private final String tag;

  /// @param version entered already; left when this is closed
  OpenPlaylist(FileChannel content, Version version, String tag) {
    this.content = content;
    this.version = version;
    this.tag = tag;
  }

  long size() {
    return version.stamp().size();
  }

  /// The strong tag of the content as it is, or of its packed form: other bytes, another tag.
  String tag(boolean packed) {
    return packed ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
  }

  /// When it was written, to the second, or null where that cannot be used to tell versions apart: within a second of
  /// writing, another version could get the same time.
  @Nullable Instant modified(Instant now) {
    Instant modified = version.stamp().modified().toInstant().truncatedTo(ChronoUnit.SECONDS);
    return modified.isBefore(now.truncatedTo(ChronoUnit.SECONDS)) ? modified : null;
  }

  Slice all() {
    return new Slice(content, 0, size());
  }

  Slice part(long from, long length) {
    return new Slice(content, from, length);
  }

  /// The content in gzip, or null where it could not be packed.
  @Nullable Slice packed() throws IOException {
    PackedCopy copy = version.packed(content);
    return copy == null ? null : copy.all();
  }

  @Override
  public void close() throws IOException {
    try {
      content.close();
    } finally {
      version.leave();
    }
  }
}
