package app.lineup.engine.strategy;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;

/// One way of doing a stage. Every strategy of a stage gives the same items. Immutable; what it attaches is used by the
/// run's thread.
///
/// @param <I> what the stage takes
/// @param <O> what the stage gives
public interface StageStrategy<I, O> {

  /// What is said of it before it runs.
  StrategyProfile profile();

  /// The stage at work on `upstream`, which is closed with the result.
  ///
  /// @throws PipelineException    if it cannot begin; `upstream` is then still the caller's to close
  /// @throws InterruptedException if the run was cancelled
  PipelineIterator<O> attach(PipelineIterator<I> upstream, StageContext context)
      throws PipelineException, InterruptedException;
}
