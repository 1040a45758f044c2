package app.lineup.engine.rest;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.record.RecordForm;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.util.List;

/// What an [IteratorAccumulator] gathered: items in files, and then those in memory. Thread-safe; files and lease go
/// when it was closed and its last reader is done.
final class SealedItems<T> implements VersionedSource<T> {

  private final SourceInfo info;
  private final SpillFiles<T> files;
  private final MemoryLease lease;
  private List<T> inMemory;
  private int holds = 1;
  private boolean closed;

  SealedItems(SourceInfo info, SpillFiles<T> files, List<T> inMemory, MemoryLease lease) {
    this.info = info;
    this.files = files;
    this.inMemory = inMemory;
    this.lease = lease;
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  RecordForm<T> form() {
    return files.form();
  }

  @Override
  public synchronized PipelineIterator<T> open() throws PipelineException {
    if (holds == 0 || closed) {
      throw new PipelineException(PipelineException.Kind.INTERNAL, info.description(), "it was closed", "");
    }
    holds++;
    List<Path> inFiles = List.copyOf(files.files());
    return new SealedReader<>(this, inFiles, inMemory);
  }

  /// A reader is done.
  synchronized void release() {
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
}
