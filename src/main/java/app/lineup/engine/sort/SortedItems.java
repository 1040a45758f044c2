package app.lineup.engine.sort;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.SpillFiles;
import app.lineup.problem.PipelineException;
import java.util.List;

/// What [SortedRuns] gathered: sorted files, and one sorted list. Each reader merges them. Thread-safe; files and lease
/// go when it was closed and its last reader is done.
final class SortedItems<T> implements VersionedSource<T> {

  private final SourceInfo info;
  private final SpillFiles<Keyed<T>> files;
  private final MemoryLease lease;
  private List<Keyed<T>> inMemory;
  private int holds = 1;
  private boolean closed;

  SortedItems(SourceInfo info, SpillFiles<Keyed<T>> files, List<Keyed<T>> inMemory, MemoryLease lease) {
    this.info = info;
    this.files = files;
    this.inMemory = inMemory;
    this.lease = lease;
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public synchronized PipelineIterator<T> open() throws PipelineException {
    if (closed) {
      throw new PipelineException(PipelineException.Kind.INTERNAL, info.description(), "it was closed", "");
    }
    Merge<T> merge = Merge.of(files.files(), files.form(), inMemory, info.description());
    holds++;
    return new Reader<>(merge.map(Keyed::item), this);
  }

  private synchronized void release() {
    holds--;
    if (holds == 0) {
      inMemory = List.of();
      files.delete();
      lease.close();
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      release();
    }
  }

  /// A reader that says when it is done.
  private static final class Reader<T> implements PipelineIterator<T> {

    private final PipelineIterator<T> merged;
    private final SortedItems<T> source;
    private boolean closed;

    private Reader(PipelineIterator<T> merged, SortedItems<T> source) {
      this.merged = merged;
      this.source = source;
    }

    @Override
    public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      return merged.nextChunk(maxItems);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        merged.close();
        source.release();
      }
    }
  }
}
