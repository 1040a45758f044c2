package app.lineup.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Who may read a file that takes the place of another one: mode, owner and group are kept. Where the system knows no
/// such thing, nothing is done. Thread-safe: no state.
final class Access {

  private static final Set<PosixFilePermission> OF_GROUP = EnumSet.of(
      PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE);

  private Access() {}

  /// Gives `part` the mode, the owner and the group of the file that it is to replace.
  static void keep(Path part, Path replaced) throws IOException {
    var view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(replaced, PosixFileAttributes.class);
    Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
    mode.addAll(old.permissions());
    PosixFileAttributes now = view.readAttributes();
    if (!now.group().equals(old.group()) && !may(() -> view.setGroup(old.group()))) {
      // Another group is to see no more than everybody.
      mode.removeAll(OF_GROUP);
      if (old.permissions().contains(PosixFilePermission.OTHERS_READ)) {
        mode.add(PosixFilePermission.GROUP_READ);
      }
    }
    if (!now.owner().equals(old.owner()) && !may(() -> view.setOwner(old.owner()))) {
      mode.add(PosixFilePermission.OWNER_READ);
      mode.add(PosixFilePermission.OWNER_WRITE);
    }
    view.setPermissions(mode);
  }

  /// Gives `part` the mode that the system gives to new files.
  static void asNew(Path part) throws IOException {
    var view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Path probe = part.resolveSibling(".lineup-mode-" + UUID.randomUUID());
    try {
      Files.createFile(probe);
      view.setPermissions(Files.getPosixFilePermissions(probe));
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  /// Only the owner of a file, or an administrator, may give it to somebody else.
  private static boolean may(Change change) {
    try {
      change.make();
      return true;
    } catch (IOException e) {
      System.getLogger(Access.class.getName()).log(System.Logger.Level.DEBUG, "owner or group stay", e);
      return false;
    }
  }

  /// A change of the owner or group.
  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }
}
