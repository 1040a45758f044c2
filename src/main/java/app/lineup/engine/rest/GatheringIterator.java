package app.lineup.engine.rest;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.VersionedSource;
import app.lineup.problem.PipelineException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Brings everything to rest at the first pull, before it gives the first item. Not thread-safe; used by the thread
/// that pulls.
///
/// @param <T> the kind of item
public final class GatheringIterator<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private final Gatherer<T> gatherer;
  private final IntSupplier chunkItems;
  private final String description;
  private @Nullable PipelineIterator<T> gathered;

  /// @param upstream    what to pull from; closed with this
  /// @param gatherer    takes the items, and may give them in another order; closed with this
  /// @param chunkItems  how many items a pull may take just now
  /// @param description what the items are, in a few words
  public GatheringIterator(
      PipelineIterator<T> upstream, Gatherer<T> gatherer, IntSupplier chunkItems, String description) {
    this.upstream = upstream;
    this.gatherer = gatherer;
    this.chunkItems = chunkItems;
    this.description = description;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    PipelineIterator<T> reader = gathered;
    if (reader == null) {
      reader = gather();
      gathered = reader;
    }
    return reader.nextChunk(maxItems);
  }

  private PipelineIterator<T> gather() throws PipelineException, InterruptedException {
    gatherer.addAll(upstream, chunkItems);
    // What is gathered goes with its only reader.
    try (VersionedSource<T> sealed = gatherer.seal(description)) {
      return sealed.open();
    }
  }

  @Override
  public void close() {
    PipelineIterator<T> reader = gathered;
    try (upstream; gatherer) {
      if (reader != null) {
        reader.close();
      }
    }
  }
}
