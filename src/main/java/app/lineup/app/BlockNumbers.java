package app.lineup.app;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import java.util.List;
import java.util.stream.IntStream;

/// The numbers from 0 on, a block of a file each. Checks for cancelling at each chunk. Not thread-safe; used by one
/// thread.
public final class BlockNumbers implements PipelineIterator<Integer> {

  private final int count;
  private int next;

  /// @param count how many blocks the file has
  public BlockNumbers(int count) {
    this.count = count;
  }

  @Override
  public IteratorResult<Integer> nextChunk(int maxItems) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the search was cancelled");
    }
    if (next == count) {
      return new IteratorResult.Finished<>();
    }
    int from = next;
    next = Math.min(count, from + maxItems);
    List<Integer> numbers = IntStream.range(from, next).boxed().toList();
    return new IteratorResult.Items<>(numbers);
  }

  @Override
  public void close() {
    next = count;
  }
}
