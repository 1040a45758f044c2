package app.lineup.pipeline.load;

import app.lineup.engine.rest.SpillSpace;
import app.lineup.files.OwnerOnly;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A database of a run, in a file of the run's own that goes with this. Not thread-safe; used by one thread.
/// Interrupting the thread does not harm the file: see [#SETTINGS].
final class SpillDatabase implements AutoCloseable {

  /// What it holds in memory where that is not scarce: its cache, what is about to be written, and itself.
  static final long USUAL_BYTES = 8_000_000;
  private static final int USUAL_CACHE = 2048;
  private static final int SMALL_CACHE = 128;

  /// `async` is the one kind of file that an interrupted thread does not close. Nobody else opens the file and nobody
  /// reads it later: no lock, no log, no rest of older states. It is not compressed: that takes twice the processor
  /// time.
  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=NO;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=0;RETENTION_TIME=0"
          + ";CACHE_SIZE=";

  private final SpillSpace space;
  private final Path name;
  private final Connection connection;
  private long bytes;
  private boolean closed;

  private SpillDatabase(SpillSpace space, Path name, Connection connection) {
    this.space = space;
    this.name = name;
    this.connection = connection;
  }

  /// An empty one.
  ///
  /// @param space    where its file is
  /// @param isScarce whether there is little memory left; it then works with a smaller part of the usual
  /// @throws PipelineException if the file cannot be made
  static SpillDatabase in(SpillSpace space, boolean isScarce) throws PipelineException {
    Path name = space.newFile("table").toAbsolutePath();
    if (name.toString().indexOf(';') >= 0) {
      throw new PipelineException(PipelineException.Kind.USER, folder(name).toString(),
          "the database cannot have a file in a folder with a semicolon in its path",
          "Choose another way of loading, or another folder for temporary files.");
    }
    if (!Files.isDirectory(folder(name))) {
      // The database would make it again, for everybody to read.
      throw space.failed(name, new NoSuchFileException(folder(name).toString()));
    }
    try {
      Connection connection = DriverManager.getConnection(
          "jdbc:h2:async:" + name + SETTINGS + (isScarce ? SMALL_CACHE : USUAL_CACHE));
      OwnerOnly.restrictFile(file(name));
      connection.setAutoCommit(false);
      return new SpillDatabase(space, name, connection);
    } catch (SQLException e) {
      delete(file(name));
      throw failure(space, name, e);
    }
  }

  private static Path folder(Path name) {
    return name.resolveSibling("");
  }

  private static Path file(Path name) {
    return name.resolveSibling(name.getFileName() + ".mv.db");
  }

  /// Where statements are made; what they do stays when it is written with [#commit].
  Connection connection() {
    return connection;
  }

  /// Writes what was done since the last time.
  ///
  /// @throws PipelineException if it has no room
  void commit() throws SQLException, PipelineException {
    connection.commit();
    try {
      long now = Files.size(file(name));
      space.take(now - bytes);
      bytes = now;
    } catch (IOException e) {
      throw space.failed(name, e);
    }
  }

  /// How large its file is.
  long bytes() {
    return bytes;
  }

  /// What a failure of the database is to the user.
  PipelineException failure(SQLException e) {
    return failure(space, name, e);
  }

  private static PipelineException failure(SpillSpace space, Path name, SQLException e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof IOException failure) {
        return space.failed(name, failure);
      }
    }
    return new PipelineException(PipelineException.Kind.RESOURCES, folder(name).toString(),
        "the database there failed: " + Reason.of(e), "Check that disk, or choose another way of loading.", e);
  }

  /// Deletes the file. May be called twice.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    // An interrupt must not keep the database from letting its file go.
    boolean interrupted = Thread.interrupted();
    try (connection; Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      System.getLogger(SpillDatabase.class.getName()).log(System.Logger.Level.DEBUG, "closed before", e);
    } finally {
      delete(file(name));
      space.giveBack(bytes);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// What the system will not let go goes with the space.
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(SpillDatabase.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + file, e);
    }
  }
}
