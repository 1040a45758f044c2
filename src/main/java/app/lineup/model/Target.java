package app.lineup.model;

import java.io.OutputStream;
import java.nio.file.Path;

/// Where a playlist goes.
public sealed interface Target {

  /// A file, replaced as a whole when the new one is complete.
  record OfFile(Path path) implements Target {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// A stream that takes bytes as they come, standard output for example. It is flushed, not closed.
  record OfStream(OutputStream stream, String name) implements Target {
    @Override
    public String toString() {
      return name;
    }
  }
}
