package app.lineup.serve;

import app.lineup.files.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What is known about one version of the playlist: its tag, and its packed form where one was asked for. It lives as
/// long as somebody uses it. Thread-safe.
final class Version {

  /// Half of SHA-256: far from any chance of two contents with one tag.
  private static final int TAG_BYTES = 16;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Stamp stamp;
  private final Once<String> tag = new Once<>();
  private final Once<Optional<PackedCopy>> packed = new Once<>();
  private final AtomicInteger users = new AtomicInteger(1);

  /// Has one user: whoever made it.
  Version(Stamp stamp) {
    this.stamp = stamp;
  }

  Stamp stamp() {
    return stamp;
  }

  /// Adds a user.
  ///
  /// @return false if the last one has left already
  boolean enter() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /// Takes a user away; the last one leaves nothing behind.
  void leave() {
    if (users.decrementAndGet() == 0) {
      Optional<PackedCopy> copy = packed.peek();
      if (copy != null) {
        copy.ifPresent(PackedCopy::close);
      }
    }
  }

  /// A name for the content: the same bytes have the same, whenever and wherever they were written.
  ///
  /// @param file    the file's name, to see whether it is being written to
  /// @param content the file, open
  /// @throws IOException also if somebody wrote to the file meanwhile
  String tag(Path file, FileChannel content) throws IOException {
    return tag.get(() -> {
      String found = digest(content);
      if (stamp.wasWrittenTo(file)) {
        throw new IOException("the file is being written to");
      }
      return found;
    });
  }

  /// The content in gzip, or nothing where there is no room for it.
  @Nullable PackedCopy packed(FileChannel content) throws IOException {
    return packed.get(() -> PackedCopy.of(content, stamp.size())).orElse(null);
  }

  private String digest(FileChannel content) throws IOException {
    MessageDigest digest = Digest.begin();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long at = 0;
    while (content.read(buffer, at) >= 0) {
      at += buffer.position();
      digest.update(buffer.flip());
      buffer.clear();
    }
    if (at != stamp.size()) {
      throw new IOException("the file changed its length");
    }
    return HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
  }
}
