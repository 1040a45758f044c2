package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.List;

/// Gives the first items and no more: who has enough closes what it pulls from at the next pull, so that nobody reads
/// what nobody wants. Not thread-safe; used by the thread that pulls.
///
/// @param <T> the kind of item
public final class FirstItems<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private long left;

  /// @param upstream what to pull from; closed with this, or before
  /// @param count    how many items at most, at least 1
  public FirstItems(PipelineIterator<T> upstream, long count) {
    if (count < 1) {
      throw new IllegalArgumentException("the first " + count + " items");
    }
    this.upstream = upstream;
    this.left = count;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (left == 0) {
      upstream.close();
      return new IteratorResult.Finished<>();
    }
    IteratorResult<T> result = upstream.nextChunk((int) Math.min(maxItems, left));
    if (result instanceof IteratorResult.Items<T>(List<T> items)) {
      left -= items.size();
    }
    return result;
  }

  @Override
  public void close() {
    upstream.close();
  }
}
