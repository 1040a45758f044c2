package app.lineup.library.file;

import app.lineup.files.OwnerOnly;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The connection to the library's database. Not thread-safe; used by the library's thread.
final class Database {

  private static final String ENDING = ".mv.db";

  /// Nobody but this program opens the file; a commit is in the file at once; little is read twice.
  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=0;CACHE_SIZE=2048"
          + ";MAX_COMPACT_TIME=0";

  private static final int ALREADY_OPEN = 90020;

  private final Path file;
  private Connection connection;
  private boolean broken;

  /// Opens the database in `file`, or makes one there.
  Database(Path file) throws LibraryException {
    this.file = file;
    this.connection = connect(file);
  }

  private static Connection connect(Path file) throws LibraryException {
    boolean existed = Files.exists(file);
    try {
      Connection opened = DriverManager.getConnection("jdbc:h2:file:" + bare(file) + SETTINGS);
      opened.setAutoCommit(false);
      OwnerOnly.restrictFile(file);
      return opened;
    } catch (SQLException | RuntimeException e) {
      throw new LibraryException(trouble(e, existed), file, e);
    }
  }

  /// The file as the database calls it, which adds the ending by itself.
  private static Path bare(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.substring(0, name.length() - ENDING.length()));
  }

  /// What it means that the database refuses.
  ///
  /// @param existed whether there was a file before
  static Trouble trouble(Exception e, boolean existed) {
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

  Connection connection() {
    return connection;
  }

  /// Whether it can be used; the database closes itself where it could not write.
  boolean isOpen() {
    try {
      return !broken && !connection.isClosed();
    } catch (SQLException _) {
      return false;
    }
  }

  /// Opens the file again.
  void reopen() throws LibraryException {
    connection = connect(file);
    broken = false;
  }

  /// Ends the transaction and returns when it is in the file. The database writes some time after it has said that it
  /// did; only when it is closed is all of it there. So it is closed and opened again, and whoever reads now reads what
  /// the file holds.
  void commit() throws SQLException, LibraryException {
    connection.commit();
    connection.close();
    reopen();
  }

  /// Packs the whole file, as of the last commit, into a ZIP file that is there and empty. The file's own bytes are
  /// taken, which are whole after [#commit]; where the system lets nobody read a locked file, the database copies it.
  void copyTo(Path zip) throws SQLException, IOException {
    try (OutputStream packed = Files.newOutputStream(zip, StandardOpenOption.TRUNCATE_EXISTING);
        var out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
      Files.copy(file, out);
      out.closeEntry();
      return;
    } catch (IOException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "not read while it is open: " + file, e);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BACKUP TO '" + zip.toString().replace("'", "''") + "'");
    }
  }

  /// Lets the file be, as it is: nothing more is written to it. A database that failed while it was closed lives on in
  /// this process, and fails whatever is asked of it; a connection of its own ends it.
  void letGo() {
    broken = true;
    if (!shutDown(connection)) {
      try (Connection again = DriverManager.getConnection("jdbc:h2:file:" + bare(file) + ";IFEXISTS=TRUE")) {
        boolean _ = shutDown(again);
      } catch (SQLException | RuntimeException e) {
        System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "it is gone: " + file, e);
      }
    }
  }

  private boolean shutDown(Connection any) {
    try (Statement statement = any.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
      return true;
    } catch (SQLException | RuntimeException e) {
      // It is closed in the one case, and of no use in the other.
      System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "let go: " + file, e);
      return false;
    }
  }

  /// Closes the file. May be called twice.
  void close() throws LibraryException {
    if (broken) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException | RuntimeException e) {
      throw new LibraryException(Trouble.FAILED, file, e);
    }
    OwnerOnly.restrictFile(file);
  }
}
