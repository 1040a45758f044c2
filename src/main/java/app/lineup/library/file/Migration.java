package app.lineup.library.file;

import app.lineup.files.AtomicMove;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/// Makes a new library, or one of the newest version out of an older one. Both are done in a file beside that takes the
/// library's place when it is complete: the database commits every change of a table by itself, so that a step in the
/// library's own file could be cut short. Not thread-safe; used by the library's thread, which holds the lock.
///
/// @param folder where the library lies
/// @param schema the newest version
/// @param clock  tells when the backup was made
record Migration(Path folder, Schema schema, InstantSource clock) {

  static Migration in(Path folder, Schema schema, InstantSource clock) {
    return new Migration(folder, schema, clock);
  }

  private Path beside() {
    return folder.resolve("library.new.mv.db");
  }

  /// Opens the library, which has the newest version afterwards.
  Database open() throws LibraryException {
    Path file = LibraryFile.file(folder);
    try {
      // What a killed program left: it was never the library.
      Files.deleteIfExists(beside());
      if (!Files.exists(file)) {
        // The count belongs to a library that is gone.
        Files.deleteIfExists(WriteCount.in(folder).file());
        replace(file, 0);
        return new Database(file);
      }
      var database = new Database(file);
      int version = version(database, file);
      if (version == schema.newest()) {
        return database;
      }
      database.close();
      if (version > schema.newest()) {
        throw new LibraryException(Trouble.TOO_NEW, file);
      }
      Backups.in(folder).beforeMigration(file, clock.instant());
      Files.copy(file, beside());
      replace(file, version);
      return new Database(file);
    } catch (IOException e) {
      throw new LibraryException(Trouble.FAILED, file, e);
    }
  }

  private int version(Database database, Path file) throws LibraryException {
    try {
      return schema.version(database.connection());
    } catch (SQLException | RuntimeException e) {
      database.letGo();
      throw new LibraryException(Database.trouble(e, true), file, e);
    }
  }

  private void replace(Path file, int from) throws LibraryException, IOException {
    var database = new Database(beside());
    try {
      schema.migrate(database.connection(), from);
      database.close();
    } catch (SQLException | RuntimeException e) {
      database.letGo();
      Files.deleteIfExists(beside());
      throw new LibraryException(Database.trouble(e, from > 0), file, e);
    }
    AtomicMove.replace(beside(), file);
  }
}
