package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;

/// Does something once when the last item has passed; what is done where it is closed before that is another thing.
///
/// @param <T> the kind of item
public final class OnCompletion<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private final Action action;
  private final Runnable early;
  private boolean done;

  /// What is done at the end; it may find that all was in vain.
  @FunctionalInterface
  public interface Action {
    void run() throws PipelineException;
  }

  /// Nothing is done where it is closed early.
  public OnCompletion(PipelineIterator<T> upstream, Action action) {
    this(upstream, action, () -> {});
  }

  /// @param early done once where it is closed before the last item has passed, be it for a failure
  public OnCompletion(PipelineIterator<T> upstream, Action action, Runnable early) {
    this.early = early;
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
    try {
      if (!done) {
        done = true;
        early.run();
      }
    } finally {
      upstream.close();
    }
  }
}
