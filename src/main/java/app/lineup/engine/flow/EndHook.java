package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;

/// Does something once when the last item has passed, and not when it is closed early.
///
/// @param <T> the kind of item
public final class EndHook<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private final Action action;
  private boolean done;

  /// What is done at the end; it may find that all was in vain.
  @FunctionalInterface
  public interface Action {
    void run() throws PipelineException;
  }

  public EndHook(PipelineIterator<T> upstream, Action action) {
    this.upstream = upstream;
    this.action = action;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    IteratorResult<T> result = upstream.nextChunk(maxItems);
    if (result instanceof IteratorResult.Finished<T> && !done) {
      done = true;
      action.run();
    }
    return result;
  }

  @Override
  public void close() {
    upstream.close();
  }
}
