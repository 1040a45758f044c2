package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/// Gives full chunks: exactly as many items as are asked for until the last, however small the chunks are that it pulls
/// (what a filter left, a page of a database). It pulls on the thread that asks.
///
/// @param <T> the kind of item
public final class BufferedIterator<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private final IntSupplier chunkItems;
  private final Leftover<T> leftover = new Leftover<>();

  /// @param upstream   what to pull from; closed with this
  /// @param chunkItems how many items each pull asks for, asked anew each time; a stage below that asks for more
  ///     enlarges what is pulled
  public BufferedIterator(PipelineIterator<T> upstream, IntSupplier chunkItems) {
    this.upstream = upstream;
    this.chunkItems = chunkItems;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (!refill(maxItems)) {
      return new IteratorResult.Finished<>();
    }
    List<T> chunk = leftover.take(maxItems);
    if (chunk.size() == maxItems) {
      return new IteratorResult.Items<>(chunk);
    }
    List<T> full = new ArrayList<>(maxItems);
    full.addAll(chunk);
    while (full.size() < maxItems && refill(maxItems)) {
      full.addAll(leftover.take(maxItems - full.size()));
    }
    return new IteratorResult.Items<>(full);
  }

  private boolean refill(int maxItems) throws PipelineException, InterruptedException {
    if (leftover.isEmpty()
        && upstream.nextChunk(
            Math.max(maxItems, chunkItems.getAsInt())) instanceof IteratorResult.Items<T>(List<T> items)) {
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
