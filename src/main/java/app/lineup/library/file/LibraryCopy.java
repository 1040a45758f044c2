package app.lineup.library.file;

import app.lineup.files.AtomicMove;
import app.lineup.files.OwnerOnly;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The library as of its last commit, for programs that only read it while another has it open. Not thread-safe;
/// written by the library's thread, read by the one thread of a command.
///
/// @param folder where the library lies
public record LibraryCopy(Path folder) {

  private Path zip() {
    return folder.resolve("library.copy.zip");
  }

  /// Makes the copy anew. One that cannot be made stands in nobody's way, but must not say what is not so any more.
  void renew(Database database) {
    Path part = folder.resolve("library.copy.part.zip");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part, OwnerOnly.fileAttributes(part));
      database.copyTo(part);
      OwnerOnly.restrictFile(part);
      AtomicMove.replace(part, zip());
    } catch (IOException | SQLException e) {
      System.getLogger(LibraryCopy.class.getName()).log(System.Logger.Level.DEBUG, "no copy: " + zip(), e);
      discard(part);
      discard(zip());
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(LibraryCopy.class.getName()).log(System.Logger.Level.DEBUG, "left: " + file, e);
    }
  }

  /// Reads the library below a folder: its file if nobody has it open, else the copy of its last commit. Nothing is
  /// changed, but that a file of an older version is brought to this one.
  ///
  /// @param folder where the library lies; one without a library is an error, and none is made
  public static Opened read(Path folder) throws LibraryException {
    Path real = folder.toAbsolutePath().normalize();
    if (!Files.isRegularFile(LibraryFile.file(real))) {
      throw new LibraryException(Trouble.NONE, real);
    }
    Optional<LibraryLock> lock = LibraryLock.tryTake(real);
    if (lock.isPresent()) {
      lock.get().close();
      try (LibraryFile file = LibraryFile.open(real, false)) {
        return file.opened();
      }
    }
    return unpacked(new LibraryCopy(real).zip());
  }

  /// Reads the library in a ZIP file that [Database#copyTo] or [Backups] made; nothing of it stays on the disk.
  static Opened unpacked(Path zip) throws LibraryException {
    try {
      Path own = Files.createTempDirectory("lineup-library");
      try {
        OwnerOnly.restrictFolder(own);
        unpack(zip, LibraryFile.file(own));
        try (LibraryFile file = LibraryFile.open(own, true)) {
          return file.opened();
        }
      } finally {
        delete(own);
      }
    } catch (IOException e) {
      throw new LibraryException(Trouble.FAILED, zip, e);
    }
  }

  private static void unpack(Path zip, Path to) throws IOException {
    try (InputStream file = Files.newInputStream(zip); var entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".mv.db")) {
          Files.createFile(to, OwnerOnly.fileAttributes(to));
          Files.copy(entries, to, StandardCopyOption.REPLACE_EXISTING);
          OwnerOnly.restrictFile(to);
          return;
        }
      }
    }
    throw new IOException("no library in " + zip.getFileName());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
