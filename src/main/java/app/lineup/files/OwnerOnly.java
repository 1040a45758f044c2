package app.lineup.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Keeps other users of the machine from reading what holds passwords. Where the system knows no such thing, nothing is
/// done. Thread-safe: no state.
public final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /// What a file is made with that only its owner can read and write from the first moment.
  ///
  /// @param path where the file will be, or its folder
  public static FileAttribute<?>[] fileAttributes(Path path) {
    return attributes(path, FILE);
  }

  /// What a folder is made with that only its owner can look into from the first moment.
  ///
  /// @param path where the folder will be, or the one above
  public static FileAttribute<?>[] folderAttributes(Path path) {
    return attributes(path, FOLDER);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)} : new FileAttribute<?>[0];
  }

  /// Lets only its owner read and write the existing `file`; one that belongs to somebody else stays as it is.
  public static void restrictFile(Path file) {
    try {
      restrict(file, FILE);
    } catch (IOException e) {
      // A file of another owner that this user may write: theirs to decide.
      System.getLogger(OwnerOnly.class.getName()).log(System.Logger.Level.DEBUG, "left as it is: " + file, e);
    }
  }

  /// Lets only its owner look into the existing `folder`.
  ///
  /// @throws IOException if that is not possible, as where it belongs to somebody else
  public static void restrictFolder(Path folder) throws IOException {
    restrict(folder, FOLDER);
  }

  private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }
}
