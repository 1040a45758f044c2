package app.lineup.library.file;

import app.lineup.files.OwnerOnly;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// What the user keeps between two starts, in one file of an embedded database that one program at a time has open.
/// Not thread-safe; used by one thread, which waits for the disk here and must never be interrupted: the database would
/// close its file under it.
public final class Library implements AutoCloseable {

  private static final String NAME = "library";

  /// Nobody but this program opens the file; a commit is in the file at once; little is read twice.
  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=0;CACHE_SIZE=2048";

  private static final int ALREADY_OPEN = 90020;

  private final Path folder;
  private final Schema schema;
  private final WriteCount count;
  private final Kept kept;
  private Connection connection;

  private Library(Path folder, Schema schema, boolean olderToo) throws LibraryException {
    this.folder = folder;
    this.schema = schema;
    this.count = WriteCount.in(folder);
    check(folder);
    boolean fresh = !Files.exists(file(folder));
    connection = connect();
    kept = read(fresh, fresh || olderToo);
  }

  /// Opens the library below `folder` and reads all of it, so that damage shows now. One that is not there is made.
  ///
  /// @param folder   an existing folder
  /// @param olderToo whether it may hold less than was written last
  public static Library open(Path folder, boolean olderToo) throws LibraryException {
    return open(folder, Schema.ofProgram(), olderToo);
  }

  static Library open(Path folder, Schema schema, boolean olderToo) throws LibraryException {
    return new Library(folder.toAbsolutePath().normalize(), schema, olderToo);
  }

  /// The library's file below `folder`.
  public static Path file(Path folder) {
    return folder.resolve(NAME + ".mv.db");
  }

  /// What it held when it was opened.
  public Kept kept() {
    return kept;
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

  private Connection connect() throws LibraryException {
    boolean existed = Files.exists(file(folder));
    try {
      Connection opened = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(NAME) + SETTINGS);
      opened.setAutoCommit(false);
      OwnerOnly.restrictFile(file(folder));
      return opened;
    } catch (SQLException | RuntimeException e) {
      throw new LibraryException(trouble(e, existed), file(folder), e);
    }
  }

  private static Trouble trouble(Exception e, boolean existed) {
    if (e instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN) {
      return Trouble.IN_USE;
    }
    return existed && !isOfTheDisk(e) ? Trouble.DAMAGED : Trouble.FAILED;
  }

  /// Whether the system refused to read or write, as a full disk does; the end of a file that was cut short is no such.
  private static boolean isOfTheDisk(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof IOException && !(at instanceof EOFException)) {
        return true;
      }
    }
    return false;
  }

  private Kept read(boolean fresh, boolean olderToo) throws LibraryException {
    try {
      schema.migrate(connection, fresh, file(folder));
      long written = new Tables(connection).count();
      if (count.read() > written) {
        if (!olderToo) {
          throw new LibraryException(Trouble.OLDER, file(folder));
        }
        count.write(written);
      }
      Kept all = new Tables(connection).read();
      connection.commit();
      return all;
    } catch (LibraryException e) {
      letGo();
      throw e;
    } catch (SQLException | RuntimeException e) {
      letGo();
      throw new LibraryException(trouble(e, !fresh), file(folder), e);
    }
  }

  /// Writes what changed, all of it or nothing, and returns when it is on the disk.
  void keep(Unwritten changed) throws LibraryException {
    try {
      if (connection.isClosed()) {
        // The database closes itself where it could not write.
        connection = connect();
      }
      write(changed);
    } catch (SQLException | RuntimeException e) {
      throw new LibraryException(Trouble.FAILED, file(folder), e);
    }
  }

  private void write(Unwritten changed) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var tables = new Tables(connection);
      tables.write(changed);
      long written = tables.count();
      connection.commit();
      statement.execute("CHECKPOINT SYNC");
      count.write(written);
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  /// Lets the file be, as it is.
  private void letGo() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException | RuntimeException _) {
      // It is closed in the one case, and of no use in the other.
    }
  }

  /// Closes the file. May be called twice.
  @Override
  public void close() throws LibraryException {
    try {
      connection.close();
    } catch (SQLException | RuntimeException e) {
      throw new LibraryException(Trouble.FAILED, file(folder), e);
    }
    OwnerOnly.restrictFile(file(folder));
  }
}
