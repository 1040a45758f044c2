package app.lineup.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Keeps other users of the machine from reading what holds passwords. Thread-safe: no state.
public final class OwnerOnly {

  private OwnerOnly() {}

  /// Lets only its owner read and write `file`, where the system knows such a thing.
  public static void restrictFile(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      // A file of another owner that this user may write: theirs to decide.
      System.getLogger(OwnerOnly.class.getName()).log(System.Logger.Level.DEBUG, "left as it is: " + file, e);
    }
  }
}
