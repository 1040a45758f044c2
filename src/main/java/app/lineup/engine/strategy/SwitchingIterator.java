package app.lineup.engine.strategy;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;

/// A stage that goes on by another strategy when a better one for the conditions is there. The strategy at work is told
/// that nothing more comes; once it has given what it holds, the next one is attached to the rest, so that no item is
/// lost and none comes twice. Not thread-safe; used by the thread that pulls.
///
/// A strategy gets a view of the upstream whose closing only detaches; the upstream is closed with this.
///
/// @param <I> what the stage takes
/// @param <O> what the stage gives
public final class SwitchingIterator<I, O> implements PipelineIterator<O> {

  private final PipelineIterator<I> upstream;
  private final Choice<I, O> choice;
  private final StageContext context;
  private final SwitchListener listener;
  private StageStrategy<I, O> strategy;
  private DetachableView<I> view;
  private PipelineIterator<O> attached;

  /// The strategy that fits now.
  @FunctionalInterface
  public interface Choice<I, O> {
    StageStrategy<I, O> now() throws PipelineException;
  }

  /// Told of each switch.
  @FunctionalInterface
  public interface SwitchListener {
    void switched(StrategyProfile before, StrategyProfile now);
  }

  /// @param upstream what to pull from; closed with this, but if this fails it is still the caller's
  /// @param choice   asked before each chunk; only those that switch in mid-run may be among its answers
  public SwitchingIterator(
      PipelineIterator<I> upstream, Choice<I, O> choice, StageContext context, SwitchListener listener)
      throws PipelineException, InterruptedException {
    this.upstream = upstream;
    this.choice = choice;
    this.context = context;
    this.listener = listener;
    this.strategy = choice.now();
    this.view = new DetachableView<>(upstream);
    this.attached = strategy.attach(view, context);
  }

  @Override
  public IteratorResult<O> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    // Once a call: who was just attached gets to pull, however the conditions jump.
    if (!view.isStopped() && !view.isExhausted() && !isAtWork(choice.now())) {
      view.stop();
    }
    IteratorResult<O> result = attached.nextChunk(maxItems);
    if (result instanceof IteratorResult.Items<O> || view.isExhausted() || !view.isStopped()) {
      return result;
    }
    goOn();
    return attached.nextChunk(maxItems);
  }

  /// A name stands for one strategy of a stage.
  private boolean isAtWork(StageStrategy<I, O> other) {
    return other.profile().name().equals(strategy.profile().name());
  }

  /// The one at work has given all it held.
  private void goOn() throws PipelineException, InterruptedException {
    StageStrategy<I, O> before = strategy;
    attached.close();
    strategy = choice.now();
    view = new DetachableView<>(upstream);
    attached = strategy.attach(view, context);
    if (!isAtWork(before)) {
      listener.switched(before.profile(), strategy.profile());
    }
  }

  @Override
  public void close() {
    try {
      attached.close();
    } finally {
      upstream.close();
    }
  }
}
