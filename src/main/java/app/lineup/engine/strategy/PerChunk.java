package app.lineup.engine.strategy;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;

/// A strategy that does something to each chunk without regard to those around it. The conductor fuses it with its
/// neighbours of the same kind: one task a chunk does all of them. Immutable.
///
/// @param <I> what the stage takes
/// @param <O> what the stage gives
public interface PerChunk<I, O> extends StageStrategy<I, O> {

  /// Makes what is done to a chunk. One is made for each thread that needs one, and used again for chunk after chunk.
  ChunkFunction<I, O> function();

  /// Whether chunks are worked on side by side by the run's workers, and not by the thread that pulls.
  default boolean onWorkers() {
    return profile().onWorkers();
  }

  /// The stage at work alone, with nobody to be fused with.
  @Override
  default PipelineIterator<O> attach(PipelineIterator<I> upstream, StageContext context) {
    return onWorkers()
        ? ParallelIterator.ofWholeChunks(
            upstream, this::function, context.workers(), context::chunksAhead, context.meter())
        : new ChunkIterator<>(upstream, function());
  }
}
