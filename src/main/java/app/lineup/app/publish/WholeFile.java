package app.lineup.app.publish;

import app.lineup.files.AtomicFile;
import app.lineup.files.AtomicMove;
import app.lineup.files.Destination;
import app.lineup.files.Links;
import java.io.IOException;
import java.nio.file.Path;

/// A file that is replaced as a whole, in the way the playlist is. Immutable.
///
/// @param path as the user wrote it; may be a link, which stays one
public record WholeFile(Path path) {

  /// The file that the path leads to.
  ///
  /// @throws java.nio.file.FileSystemLoopException if it leads in a circle
  public Path end() throws IOException {
    return Links.end(path);
  }

  /// Whether `other` leads to this file, too, be it there or not.
  public boolean isSame(Path other) throws IOException {
    return Links.meet(path, other);
  }

  /// Puts `content` in place of what is there; where that fails, the old content stays. A device is written to. Where
  /// there is nothing, only its owner may read the new file.
  public void replace(byte[] content) throws IOException {
    try (Destination destination = Destination.isReplaceable(path)
        ? new AtomicFile(path, false, AtomicMove::replace, _ -> false) : Destination.of(path, false)) {
      destination.write(content);
      destination.commit();
    }
  }
}
