package app.lineup.store;

import app.lineup.engine.accumulate.BlockEncoder;
import app.lineup.engine.accumulate.BlockReader;
import app.lineup.engine.accumulate.ItemCodec;
import app.lineup.engine.accumulate.RecordBlock;
import app.lineup.engine.accumulate.RecordForm;
import app.lineup.engine.accumulate.SpillSpace;
import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Items of a run in a table of the library's database, in a file of the run's own that goes with this. Confined.
///
/// A row has some items, one behind the other as [ItemCodec] writes them, and the number of the last of them as its key.
/// Interrupting the thread does not harm the file: see [#SETTINGS].
///
/// @param <T> the kind of item
public final class SpillTable<T> implements AutoCloseable {

  /// How many items a row has at most. With one a row, writing and reading take five times the processor time.
  static final int ROW_ITEMS = 64;

  /// What the database holds in memory: its cache, what is about to be written, and itself.
  private static final long USUAL_BYTES = 8_000_000;
  private static final int USUAL_CACHE = 2048;
  private static final int SMALL_CACHE = 128;
  /// What is written at once.
  private static final int COMMIT_BYTES = 500_000;

  /// `async` is the one kind of file that an interrupted thread does not close. Nobody else opens the file and nobody reads
  /// it later: no lock, no log, no rest of older states. It is not compressed: that takes twice the processor time.
  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=NO;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=0;RETENTION_TIME=0"
          + ";CACHE_SIZE=";

  private final SpillSpace space;
  private final Path name;
  private final Path file;
  private final ItemCodec<T> codec;
  private final BlockEncoder<T> encoder;
  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement page;
  private long items;
  private long waitingBytes;
  private long fileBytes;
  private boolean closed;

  private SpillTable(ItemCodec<T> codec, SpillSpace space, Path name, Connection connection) throws SQLException {
    this.space = space;
    this.name = name;
    this.file = file(name);
    this.codec = codec;
    this.encoder = new BlockEncoder<>(new RecordForm<>(codec, ROW_ITEMS));
    this.connection = connection;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // Else each row would lie in a place of its own, with another one that says where.
      statement.execute("SET MAX_LENGTH_INPLACE_LOB 1000000000");
      statement.execute("CREATE TABLE item (id BIGINT PRIMARY KEY, items INT NOT NULL, bytes BLOB NOT NULL)");
    }
    this.insert = connection.prepareStatement("INSERT INTO item (id, items, bytes) VALUES (?, ?, ?)");
    this.page = connection.prepareStatement("SELECT id, items, bytes FROM item WHERE id > ? ORDER BY id LIMIT ?");
  }

  /// An empty table.
  ///
  /// @param space    where its file is
  /// @param isScarce whether there is little memory left; it then works with a smaller part of the usual
  /// @throws PipelineException if the file cannot be made
  public static <T> SpillTable<T> in(SpillSpace space, ItemCodec<T> codec, boolean isScarce) throws PipelineException {
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
      ForOwner.only(file(name));
      try {
        return new SpillTable<>(codec, space, name, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      delete(file(name));
      throw failed(space, name, e);
    }
  }

  private static Path folder(Path name) {
    return name.resolveSibling("");
  }

  private static Path file(Path name) {
    return name.resolveSibling(name.getFileName() + ".mv.db");
  }

  /// How much memory it takes where it is not scarce.
  public static long usualBytes() {
    return USUAL_BYTES;
  }

  /// Writes items behind those before.
  ///
  /// @throws PipelineException    if they have no room on the disk; the table can then only be closed
  /// @throws InterruptedException if the run was cancelled
  public void add(List<T> more) throws PipelineException, InterruptedException {
    checkCancelled();
    try {
      for (int from = 0; from < more.size(); from += ROW_ITEMS) {
        for (RecordBlock row : encoder.apply(more.subList(from, Math.min(more.size(), from + ROW_ITEMS)))) {
          add(row);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void add(RecordBlock row) throws SQLException, PipelineException {
    items += row.items();
    insert.setLong(1, items);
    insert.setInt(2, row.items());
    insert.setBytes(3, row.bytes());
    insert.addBatch();
    waitingBytes += row.bytes().length;
    if (waitingBytes >= COMMIT_BYTES) {
      write();
    }
  }

  /// Writes what waits; what comes later is written behind it.
  public void flush() throws PipelineException, InterruptedException {
    checkCancelled();
    try {
      write();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void write() throws SQLException, PipelineException {
    insert.executeBatch();
    connection.commit();
    waitingBytes = 0;
    try {
      long now = Files.size(file);
      space.take(now - fileBytes);
      fileBytes = now;
    } catch (IOException e) {
      throw space.failed(name, e);
    }
  }

  /// How many items it has.
  public long items() {
    return items;
  }

  /// How large its file is.
  public long bytes() {
    return fileBytes;
  }

  /// Reads what was flushed, page by page; ends with this.
  public PipelineIterator<T> open() {
    return new KeyPagedIterator<>(this::page);
  }

  private KeyPagedIterator.Page<T> page(long after, int most) throws PipelineException, InterruptedException {
    checkCancelled();
    List<T> found = new ArrayList<>();
    long last = after;
    try {
      page.setLong(1, after);
      page.setInt(2, Math.ceilDiv(most, ROW_ITEMS));
      try (ResultSet rows = page.executeQuery()) {
        while (rows.next()) {
          last = rows.getLong(1);
          var reader = new BlockReader(rows.getBytes(3));
          for (int left = rows.getInt(2); left > 0; left--) {
            found.add(codec.read(reader));
          }
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return new KeyPagedIterator.Page<>(found, last);
  }

  private static void checkCancelled() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while items were in the database");
    }
  }

  /// An interrupt that the database took for a failure is still an interrupt.
  private PipelineException failed(SQLException e) throws InterruptedException {
    checkCancelled();
    return failed(space, name, e);
  }

  private static PipelineException failed(SpillSpace space, Path name, SQLException e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof IOException failure) {
        return space.failed(name, failure);
      }
    }
    return new PipelineException(PipelineException.Kind.RESOURCES, folder(name).toString(),
        "the database there failed: " + e.getMessage(), "Check that disk, or choose another way of loading.", e);
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
      System.getLogger(SpillTable.class.getName()).log(System.Logger.Level.DEBUG, "closed before", e);
    } finally {
      delete(file);
      space.giveBack(fileBytes);
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
      System.getLogger(SpillTable.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + file, e);
    }
  }
}
