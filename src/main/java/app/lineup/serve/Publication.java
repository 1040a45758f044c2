package app.lineup.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The published file through all its versions. Who opens it keeps the version that was there at that moment, whatever
/// takes its place. Thread-safe; no lock is held while a file is read.
final class Publication implements AutoCloseable {

  /// How often a file is looked at anew that changes under the reader's eyes.
  private static final int ATTEMPTS = 8;

  private final Path file;
  private final AtomicReference<@Nullable Version> current = new AtomicReference<>();

  Publication(Path file) {
    this.file = file;
  }

  /// Opens the version that is there now.
  ///
  /// @throws IOException if there is none that can be read whole
  OpenPlaylist open() throws IOException {
    IOException last = new IOException("the file is being replaced all the time");
    for (int i = 0; i < ATTEMPTS; i++) {
      Stamp stamp = Stamp.of(file);
      FileChannel content = FileChannel.open(file, StandardOpenOption.READ);
      Version version = null;
      try {
        // The same stamp before and after: what was opened is what the stamp is of.
        version = stamp.equals(Stamp.of(file)) ? enter(stamp) : null;
        if (version != null) {
          return new OpenPlaylist(content, version, version.tag(file, content));
        }
        content.close();
      } catch (IOException e) {
        content.close();
        if (version == null) {
          throw e;
        }
        version.leave();
        forget(version);
        last = e;
      }
    }
    throw last;
  }

  /// Null where the version ended at this very moment.
  private @Nullable Version enter(Stamp stamp) {
    Version known = current.get();
    if (known != null && known.stamp().equals(stamp)) {
      return known.enter() ? known : null;
    }
    var fresh = new Version(stamp);
    fresh.enter();
    if (!current.compareAndSet(known, fresh)) {
      return null;
    }
    if (known != null) {
      known.leave();
    }
    return fresh;
  }

  private void forget(Version version) {
    if (current.compareAndSet(version, null)) {
      version.leave();
    }
  }

  /// Lets go of the version that was served last. Who has one open keeps it until the end.
  @Override
  public void close() {
    Version last = current.getAndSet(null);
    if (last != null) {
      last.leave();
    }
  }
}
