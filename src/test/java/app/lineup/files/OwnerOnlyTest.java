package app.lineup.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Nobody but the owner reads, and a system without owners is no failure.
final class OwnerOnlyTest {

  @TempDir
  private Path folder;

  @Test
  @DisplayName("a new file is its owner's from the first moment")
  @DisabledOnOs(OS.WINDOWS)
  void newFile() throws IOException {
    Path file = folder.resolve("file");
    assertThat(permissions(Files.createFile(file, OwnerOnly.fileAttributes(file)))).isEqualTo("rw-------");
  }

  @Test
  @DisplayName("a file and a folder that others could read")
  @DisabledOnOs(OS.WINDOWS)
  void restricted() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    OwnerOnly.restrictFile(file);
    assertThat(permissions(file)).isEqualTo("rw-------");
    Path below = Files.createDirectory(folder.resolve("folder"));
    Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwxr-xr-x"));
    OwnerOnly.restrictFolder(below);
    assertThat(permissions(below)).isEqualTo("rwx------");
  }

  @Test
  @DisplayName("a file that is not there is passed over, a folder that is not there is a failure")
  void missing() {
    Path missing = folder.resolve("missing");
    assertThatCode(() -> OwnerOnly.restrictFile(missing)).doesNotThrowAnyException();
    assertThatThrownBy(() -> OwnerOnly.restrictFolder(missing)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  @DisplayName("a file system that knows no owners takes the file as it is")
  void ownerless() throws IOException {
    Path archive = folder.resolve("archive.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("file"));
    }
    try (var inside = FileSystems.newFileSystem(archive)) {
      Path file = inside.getPath("/file");
      assertThat(OwnerOnly.fileAttributes(file)).isEmpty();
      assertThatCode(() -> OwnerOnly.restrictFile(file)).doesNotThrowAnyException();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
