package app.lineup.model;

import java.io.OutputStream;
import java.nio.file.Path;

/// Where a playlist goes.
public sealed interface Target {

  /// A file, replaced as a whole when the new one is complete.
  ///
  /// @param keepsVersions whether the last few files that were replaced are kept in a folder beside it
  record OfFile(Path path, boolean keepsVersions) implements Target {

    /// Nothing else is left beside the file.
    public OfFile(Path path) {
      this(path, false);
    }

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
