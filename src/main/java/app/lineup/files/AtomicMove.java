package app.lineup.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The second half of "written beside and moved", for whoever has written the first by other means than [AtomicFile].
/// Thread-safe: no state.
public final class AtomicMove {

  private AtomicMove() {}

  /// Puts the complete file `part` in the place of `target` in one step: a reader sees the old file or the new one, at
  /// no moment none. A link is replaced, not followed. Nothing is synced to the disk.
  ///
  /// @param part   a file on the same file system; gone afterwards, left where it is by a failure
  /// @param target need not be there
  /// @throws java.nio.file.AtomicMoveNotSupportedException if the two are on different file systems
  public static void replace(Path part, Path target) throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
