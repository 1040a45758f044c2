package app.lineup.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Keeps other users of the machine from reading what holds passwords. Thread-safe: no state.
final class ForOwner {

  private ForOwner() {}

  /// Lets only its owner read and write `file`, where the system knows such a thing.
  static void only(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      // A file of another owner that this user may write: theirs to decide.
      System.getLogger(ForOwner.class.getName()).log(System.Logger.Level.DEBUG, "left as it is: " + file, e);
    }
  }
}
