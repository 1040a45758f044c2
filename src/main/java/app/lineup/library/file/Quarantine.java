package app.lineup.library.file;

import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// Puts a library that cannot be read out of the way, so that a new one can be made. Thread-safe: no state.
public final class Quarantine {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

  private Quarantine() {}

  /// Gives the library below `folder` a name with the date, beside where it was. Nothing is deleted, and one that
  /// another program has open meanwhile stays: that one may have taken a fresh one before.
  ///
  /// @return where it is now
  public static Path move(Path folder, LocalDateTime now) throws LibraryException {
    Path file = LibraryFile.file(folder);
    String name = "library-damaged-" + STAMP.format(now);
    Path aside = folder.resolve(name + ".mv.db");
    for (int more = 2; Files.exists(aside); more++) {
      aside = folder.resolve(name + "-" + more + ".mv.db");
    }
    try (var _ = LibraryLock.take(folder)) {
      Files.move(file, aside);
      // The count belongs to what is gone.
      Files.deleteIfExists(WriteCount.in(folder).file());
      return aside;
    } catch (IOException e) {
      throw new LibraryException(Trouble.NO_FOLDER, folder, e);
    }
  }
}
