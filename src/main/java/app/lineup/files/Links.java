package app.lineup.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Follows symbolic links by hand: unlike `toRealPath` also to a file that is not there yet. Thread-safe: no state.
public final class Links {

  /// As many as Linux follows.
  private static final int MOST = 40;

  private Links() {}

  /// The file that `path` leads to; `path` itself, made absolute, where it is no link.
  ///
  /// @throws FileSystemLoopException if the links lead in a circle
  public static Path end(Path path) throws IOException {
    Path at = path.toAbsolutePath();
    for (int i = 0; i < MOST; i++) {
      if (!Files.isSymbolicLink(at)) {
        return at;
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    throw new FileSystemLoopException(path.toString());
  }

  /// Whether both lead to one file, be it there or not.
  public static boolean meet(Path one, Path other) throws IOException {
    Path first = end(one);
    Path second = end(other);
    if (Files.exists(first) && Files.exists(second)) {
      return Files.isSameFile(first, second);
    }
    return settled(first).equals(settled(second));
  }

  /// With the folder's real path, where there is a folder.
  private static Path settled(Path file) throws IOException {
    Path folder = file.getParent();
    Path plain = file.normalize();
    return folder == null || !Files.isDirectory(folder)
        ? plain
        : folder.toRealPath().resolve(file.getFileName()).normalize();
  }
}
