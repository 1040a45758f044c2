package app.lineup.library.file;

import app.lineup.library.Library;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/// The file that holds the library between two starts: a database that one program at a time has open. A change is one
/// transaction; when [#write] returns, it is on the disk. Not thread-safe; used by one thread, which waits for the disk
/// here and must never be interrupted: the database would close its file under it.
///
/// Beside the file lie a copy of the last commit for programs that only read ([LibraryCopy]), and backups ([Backups]).
/// All of them hold logins, and only their owner can read them.
public final class LibraryFile implements AutoCloseable {

  /// How many batches of changes the file remembers.
  private static final int KEPT_BATCHES = 1000;

  private final Path folder;
  private final LibraryLock lock;
  private final WriteCount count;
  private final Database database;
  private final Opened opened;
  private Library written;

  private LibraryFile(Path folder, LibraryLock lock, Database database, boolean olderToo) throws LibraryException {
    this.folder = folder;
    this.lock = lock;
    this.count = WriteCount.in(folder);
    this.database = database;
    this.opened = read(olderToo);
    this.written = opened.library();
  }

  /// Opens the library below `folder` and reads all of it, so that damage shows now. One that is not there is made; one
  /// of an older version is brought to this one, after it was backed up.
  ///
  /// @param folder   an existing folder
  /// @param olderToo whether it may hold less than was written last
  public static LibraryFile open(Path folder, boolean olderToo) throws LibraryException {
    return open(folder, Schema.ofProgram(), olderToo);
  }

  static LibraryFile open(Path folder, Schema schema, boolean olderToo) throws LibraryException {
    Path real = folder.toAbsolutePath().normalize();
    check(real);
    LibraryLock lock = LibraryLock.take(real);
    try {
      Database database = Migration.in(real, schema, InstantSource.system()).open();
      try {
        var library = new LibraryFile(real, lock, database, olderToo);
        Backups.in(real).daily(database, Instant.now());
        new LibraryCopy(real).renew(database);
        return library;
      } catch (LibraryException | RuntimeException e) {
        database.letGo();
        throw e;
      }
    } catch (LibraryException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// The library's file below `folder`.
  public static Path file(Path folder) {
    return folder.resolve("library.mv.db");
  }

  /// What it held when it was opened.
  public Opened opened() {
    return opened;
  }

  /// Where the database would open a file that it may not write, it would only read from then on, without a word.
  private static void check(Path folder) throws LibraryException {
    Path file = file(folder);
    if (folder.toString().indexOf(';') >= 0) {
      throw new LibraryException(Trouble.SEMICOLON, folder);
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
      throw new LibraryException(Trouble.NO_FOLDER, folder);
    }
    try {
      // Of nothing the database would make a new library, and nobody would hear that the old one is lost.
      if (Files.exists(file) && Files.size(file) == 0) {
        throw new LibraryException(Trouble.DAMAGED, file);
      }
    } catch (IOException e) {
      throw new LibraryException(Trouble.NO_FOLDER, folder, e);
    }
  }

  private Opened read(boolean olderToo) throws LibraryException {
    try {
      var tables = new TableReader(database.connection());
      long writes = tables.count();
      if (count.read() > writes) {
        if (!olderToo) {
          throw new LibraryException(Trouble.OLDER, file(folder));
        }
        count.write(writes);
      }
      Opened all = tables.read();
      database.connection().commit();
      return all;
    } catch (SQLException | RuntimeException e) {
      throw new LibraryException(Database.trouble(e, true), file(folder), e);
    }
  }

  /// Writes what changed, all of it or nothing, and returns when it is on the disk. After a failure the database is
  /// opened anew by the next attempt, and what it then holds is what is compared with.
  void write(Unwritten changed) throws LibraryException {
    try {
      if (!database.isOpen()) {
        database.reopen();
        written = new TableReader(database.connection()).read().library();
      }
      var tables = new TableWriter(database.connection());
      tables.write(written, changed);
      tables.compact(KEPT_BATCHES);
      long writes = new TableReader(database.connection()).count();
      database.commit();
      if (new TableReader(database.connection()).count() != writes) {
        throw new SQLException("the library's file does not hold what was written");
      }
      written = changed.library().orElse(written);
      count.write(writes);
    } catch (SQLException | LibraryException | RuntimeException e) {
      database.letGo();
      throw new LibraryException(Trouble.FAILED, file(folder), e);
    }
    new LibraryCopy(folder).renew(database);
  }

  /// Closes the file. May be called twice.
  @Override
  public void close() throws LibraryException {
    try {
      database.close();
    } finally {
      lock.close();
    }
  }
}
