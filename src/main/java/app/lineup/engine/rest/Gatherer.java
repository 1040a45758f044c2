package app.lineup.engine.rest;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.VersionedSource;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.function.IntSupplier;

/// Takes items that come once, and gives them as a source that can be read any number of times. Not thread-safe; used
/// by one thread at a time.
///
/// @param <T> the kind of item
public interface Gatherer<T> extends AutoCloseable {

  /// Keeps the items of a chunk; the chunk itself and what its items were cut from may go.
  ///
  /// @throws PipelineException    if they have no room; it can then only be closed
  /// @throws InterruptedException if the run was cancelled
  void add(List<T> chunk) throws PipelineException, InterruptedException;

  /// Keeps everything that `upstream` gives; `upstream` stays the caller's to close.
  ///
  /// @param chunkItems how many items a pull may take just now
  /// @throws PipelineException    if they have no room or cannot be pulled; it can then only be closed
  /// @throws InterruptedException if the run was cancelled
  default void addAll(PipelineIterator<T> upstream, IntSupplier chunkItems)
      throws PipelineException, InterruptedException {
    while (upstream.nextChunk(chunkItems.getAsInt()) instanceof IteratorResult.Items<T>(List<T> items)) {
      add(items);
    }
  }

  /// What was gathered, as a source that does not change; nothing can be added any more. Close it when nobody opens it
  /// again.
  ///
  /// @param description what it is, in a few words, with credentials masked
  /// @throws PipelineException    if it cannot be kept; it can then only be closed
  /// @throws InterruptedException if the run was cancelled
  VersionedSource<T> seal(String description) throws PipelineException, InterruptedException;

  /// Lets go of what was not sealed. May be called twice.
  @Override
  void close();
}
