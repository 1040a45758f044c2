package app.lineup.engine.flow;

import java.util.ArrayList;
import java.util.List;

/// Gives full chunks: exactly as many items as are asked for until the last, however small the chunks are that it pulls.
/// (The original's `BufferedIterator`.)
///
/// @param <T> the kind of item
public final class BufferedIterator<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private final int pullItems;
  private final Leftover<T> leftover = new Leftover<>();

  /// @param upstream  what to pull from; closed with this
  /// @param pullItems how many items each pull asks for, at least 1
  public BufferedIterator(PipelineIterator<T> upstream, int pullItems) {
    this.upstream = upstream;
    this.pullItems = pullItems;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (!refill()) {
      return new IteratorResult.Finished<>();
    }
    List<T> chunk = leftover.take(maxItems);
    if (chunk.size() == maxItems) {
      return new IteratorResult.Items<>(chunk);
    }
    List<T> full = new ArrayList<>(maxItems);
    full.addAll(chunk);
    while (full.size() < maxItems && refill()) {
      full.addAll(leftover.take(maxItems - full.size()));
    }
    return new IteratorResult.Items<>(full);
  }

  private boolean refill() throws PipelineException, InterruptedException {
    if (leftover.isEmpty() && upstream.nextChunk(pullItems) instanceof IteratorResult.Items<T>(List<T> items)) {
      leftover.set(items);
    }
    return !leftover.isEmpty();
  }

  @Override
  public void close() {
    leftover.set(List.of());
    upstream.close();
  }
}
