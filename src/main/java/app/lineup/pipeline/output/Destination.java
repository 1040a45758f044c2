package app.lineup.pipeline.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where bytes go until they are complete. Closing without [#commit] leaves what was there before. Not thread-safe;
/// used by one thread.
public interface Destination extends Closeable {

  /// The file at `path`, or the device or pipe, which takes bytes as they come.
  ///
  /// @param durable whether a file is synced to the disk before it takes the place of the old one
  static Destination of(Path path, boolean durable) throws IOException {
    return isReplaceable(path)
        ? new AtomicFile(path, durable, AtomicFile.Placing.ALONE)
        : new StreamDestination(Files.newOutputStream(path), true);
  }

  /// The same, but the last few files that are replaced are kept beside it.
  static Destination keepingVersions(Path path, boolean durable) throws IOException {
    return isReplaceable(path)
        ? new AtomicFile(path, durable, new Versions(path)::replace)
        : of(path, durable);
  }

  /// Whether what is at `path` stays as it is until the new file is complete.
  static boolean isReplaceable(Path path) {
    return !Files.exists(path) || Files.isRegularFile(path);
  }

  void write(byte[] bytes, int from, int length) throws IOException;

  /// Puts what was written in its place.
  void commit() throws IOException;
}
