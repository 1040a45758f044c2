package app.lineup.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where bytes go until they are complete. Closing without [#commit] leaves what was there before; closing twice does
/// no harm. Not thread-safe; used by one thread.
public abstract class Destination extends OutputStream {

  /// The file at `path`, or the device or pipe, which takes bytes as they come.
  ///
  /// @param durable whether a file is synced to the disk before it takes the place of the old one
  public static Destination of(Path path, boolean durable) throws IOException {
    return isReplaceable(path) ? new AtomicFile(path, durable)
        : new StreamDestination(Files.newOutputStream(path), true);
  }

  /// Whether what is at `path` stays as it is until the new file is complete.
  public static boolean isReplaceable(Path path) {
    return !Files.exists(path) || Files.isRegularFile(path);
  }

  @Override
  public final void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public abstract void write(byte[] bytes, int from, int length) throws IOException;

  /// Puts what was written in its place. Nothing can be written afterwards.
  public abstract void commit() throws IOException;
}
