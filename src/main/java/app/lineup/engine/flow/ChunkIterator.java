package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.List;

/// Applies a [ChunkFunction] to each chunk on the thread that pulls.
///
/// @param <I> the items it pulls
/// @param <O> the items it gives on
public final class ChunkIterator<I, O> implements PipelineIterator<O> {

  private final PipelineIterator<I> upstream;
  private final ChunkFunction<I, O> function;
  private final Leftover<O> leftover = new Leftover<>();

  public ChunkIterator(PipelineIterator<I> upstream, ChunkFunction<I, O> function) {
    this.upstream = upstream;
    this.function = function;
  }

  @Override
  public IteratorResult<O> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    while (leftover.isEmpty()) {
      if (!(upstream.nextChunk(maxItems) instanceof IteratorResult.Items<I>(List<I> items))) {
        return new IteratorResult.Finished<>();
      }
      leftover.set(function.apply(items));
    }
    return new IteratorResult.Items<>(leftover.take(maxItems));
  }

  @Override
  public void close() {
    leftover.set(List.of());
    upstream.close();
  }
}
