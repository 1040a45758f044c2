package app.lineup.engine.record;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;

/// Data that does not change and can be read any number of times. Thread-safe; each reader is used by one thread.
///
/// @param <T> the kind of item
public interface VersionedSource<T> extends AutoCloseable {

  /// What is known of it without reading.
  SourceInfo info();

  /// A fresh reader from the first item on; opening again is how one starts over.
  ///
  /// @throws PipelineException    if what it reads is gone or has changed
  /// @throws InterruptedException if the run was cancelled
  PipelineIterator<T> open() throws PipelineException, InterruptedException;

  @Override
  void close();
}
