package app.lineup.engine.record;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Items that rest in a file, read in blocks: one after the other, or from any place. Thread-safe; in memory are the
/// list of its blocks, those that were asked for last, and the block that each reader is at.
///
/// After [#close] whoever holds it goes on reading until they are done: a [Hold] keeps it open, and so does a reader.
///
/// @param <T> the kind of item
public final class RecordFile<T> implements IndexedSource<T> {

  private final Path file;
  private final RecordForm<T> form;
  private final StoredBlocks stored;
  private final RecentBlocks<T> recent = new RecentBlocks<>();
  private final Runnable whenClosed;
  private int holds = 1;
  private boolean closed;

  /// Keeps the file open until it is closed. Closing twice is closing once.
  public final class Hold implements AutoCloseable {

    private boolean released;

    private Hold() {}

    @Override
    public void close() {
      if (!released) {
        released = true;
        release();
      }
    }
  }

  private RecordFile(Path file, RecordForm<T> form, StoredBlocks stored, Runnable whenClosed) {
    this.file = file;
    this.form = form;
    this.stored = stored;
    this.whenClosed = whenClosed;
  }

  /// Opens a file.
  ///
  /// @param form       what it must be made of
  /// @param whenClosed is run when nobody reads it any more
  /// @throws DamagedRecordsException if it is none of this form, or was never finished
  public static <T> RecordFile<T> open(Path file, RecordForm<T> form, Runnable whenClosed) throws IOException {
    return new RecordFile<>(file, form, StoredBlocks.open(file, form.name()), whenClosed);
  }

  /// Reads every block and compares its checksum, keeping none.
  ///
  /// @throws DamagedRecordsException if one is damaged
  public void verify() throws IOException, InterruptedException {
    for (int block = 0; block < blocks(); block++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("cancelled while a file was verified");
      }
      stored.read(block);
    }
  }

  @Override
  public SourceInfo info() {
    return stored.footer().info();
  }

  /// What its writer kept with the items. Read only.
  public byte[] trailer() {
    return stored.footer().trailer();
  }

  @Override
  public long size() {
    return stored.footer().info().size().orElseThrow();
  }

  /// How many blocks it has.
  public int blocks() {
    return stored.footer().index().blocks();
  }

  /// How many items each block but the last has.
  public int blockItems() {
    return stored.footer().blockItems();
  }

  /// Keeps it open for a while.
  ///
  /// @throws PipelineException if it was closed before
  public Hold hold() throws PipelineException {
    synchronized (this) {
      if (holds == 0) {
        throw new PipelineException(PipelineException.Kind.INTERNAL, info().description(), "it was closed", "");
      }
      holds++;
    }
    return new Hold();
  }

  private void release() {
    synchronized (this) {
      if (--holds > 0) {
        return;
      }
    }
    recent.clear();
    try {
      stored.close();
    } catch (IOException e) {
      // Nothing was written: what could be lost is a handle.
      System.getLogger(RecordFile.class.getName()).log(System.Logger.Level.DEBUG, "not closed: " + file, e);
    }
    whenClosed.run();
  }

  @Override
  public PipelineIterator<T> open() throws PipelineException {
    return new RecordIterator<>(this, hold());
  }

  /// The items of a block. They are views of its bytes: keep what [ItemCodec#owned] gives.
  ///
  /// @param block 0 to [#blocks]
  /// @throws PipelineException if it cannot be read or is damaged
  public List<T> block(int block) throws PipelineException {
    try {
      int count = (int) Math.min(blockItems(), size() - (long) block * blockItems());
      return form.read(stored.read(block), count);
    } catch (IOException e) {
      throw explained(e);
    }
  }

  private PipelineException explained(IOException failure) {
    String what = failure instanceof DamagedRecordsException
        ? "its file is damaged: " + failure.getMessage()
        : "its file cannot be read: " + Reason.of(failure);
    return new PipelineException(
        PipelineException.Kind.RESOURCES, info().description(), what, "Run again: it is made anew.", failure);
  }

  /// The items own their bytes.
  @Override
  public List<T> read(long from, int count) throws PipelineException {
    if (from < 0 || from > size() || count < 0) {
      throw new IndexOutOfBoundsException(count + " from " + from + " on of " + size());
    }
    long to = Math.min(size(), from + count);
    List<T> items = new ArrayList<>((int) (to - from));
    try (var _ = hold()) {
      long at = from;
      while (at < to) {
        int block = (int) (at / blockItems());
        long first = (long) block * blockItems();
        List<T> some = recent(block);
        for (; at < to && at - first < some.size(); at++) {
          items.add(form.codec().owned(some.get((int) (at - first))));
        }
      }
    }
    return items;
  }

  private List<T> recent(int block) throws PipelineException {
    List<T> known = recent.get(block);
    if (known != null) {
      return known;
    }
    List<T> read = block(block);
    recent.put(block, read);
    return read;
  }

  /// Lets go of it; readers that are open go on to their end. May be called twice.
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    release();
  }
}
