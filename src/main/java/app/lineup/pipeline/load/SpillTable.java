package app.lineup.pipeline.load;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.BlockEncoder;
import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.record.RecordBlock;
import app.lineup.engine.record.RecordForm;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.problem.PipelineException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Items of a run in a table of a database of their own, which goes with this. Not thread-safe; used by one thread.
///
/// A row has some items, one behind the other as [ItemCodec] writes them, and the number of the last of them as its
/// key.
///
/// @param <T> the kind of item
final class SpillTable<T> implements AutoCloseable {

  /// How many items a row has at most. With one a row, writing and reading take five times the processor time.
  static final int ROW_ITEMS = 64;

  /// What is written at once.
  private static final int COMMIT_BYTES = 500_000;

  private final SpillDatabase database;
  private final ItemCodec<T> codec;
  private final BlockEncoder<T> encoder;
  private final PreparedStatement insert;
  private final PreparedStatement page;
  private long items;
  private long waitingBytes;

  private SpillTable(ItemCodec<T> codec, SpillDatabase database) throws SQLException {
    this.database = database;
    this.codec = codec;
    this.encoder = new BlockEncoder<>(new RecordForm<>(codec, ROW_ITEMS));
    Connection connection = database.connection();
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
  static <T> SpillTable<T> in(SpillSpace space, ItemCodec<T> codec, boolean isScarce) throws PipelineException {
    SpillDatabase database = SpillDatabase.in(space, isScarce);
    try {
      return new SpillTable<>(codec, database);
    } catch (SQLException e) {
      PipelineException failure = database.failure(e);
      database.close();
      throw failure;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// How much memory it takes where it is not scarce.
  static long usualBytes() {
    return SpillDatabase.USUAL_BYTES;
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
  void flush() throws PipelineException, InterruptedException {
    checkCancelled();
    try {
      write();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void write() throws SQLException, PipelineException {
    insert.executeBatch();
    database.commit();
    waitingBytes = 0;
  }

  /// How many items it has.
  public long items() {
    return items;
  }

  /// How large its file is.
  public long bytes() {
    return database.bytes();
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
    return database.failure(e);
  }

  /// Deletes the file. May be called twice.
  @Override
  public void close() {
    database.close();
  }
}
