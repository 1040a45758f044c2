package app.lineup.engine.strategy;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;

/// What one strategy sees of an upstream that goes on to the next: told to stop, it says that nothing more comes, so
/// that the strategy gives what it still holds; closing it closes nothing. Not thread-safe; used by the thread that
/// pulls.
final class DetachableView<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private boolean stopped;
  private boolean exhausted;

  DetachableView(PipelineIterator<T> upstream) {
    this.upstream = upstream;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (stopped || exhausted) {
      return new IteratorResult.Finished<>();
    }
    IteratorResult<T> result = upstream.nextChunk(maxItems);
    exhausted = result instanceof IteratorResult.Finished<T>;
    return result;
  }

  /// Gives no more.
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /// Whether the upstream itself has ended.
  boolean isExhausted() {
    return exhausted;
  }

  @Override
  public void close() {
    stopped = true;
  }
}
