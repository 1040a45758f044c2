package app.lineup.engine.run;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.strategy.InParts;
import app.lineup.engine.strategy.PerChunk;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.engine.strategy.SwitchingIterator;
import app.lineup.problem.PipelineException;
import java.util.function.Supplier;

/// Which strategy does a fused stage now, where it may change in mid-run. Not thread-safe; used by the run's thread.
final class FusedChoice<I, O> implements FusedStage.Choice {

  private final SwitchingIterator.Choice<I, O> choice;
  private final SwitchingIterator.SwitchListener listener;
  private PerChunk<I, O> strategy;
  private FusedStage.Way way;

  FusedChoice(PerChunk<I, O> first, SwitchingIterator.Choice<I, O> choice, SwitchingIterator.SwitchListener listener) {
    this.choice = choice;
    this.listener = listener;
    this.strategy = first;
    this.way = way(first.profile(), first.onWorkers(), first::function);
  }

  /// A stage whose strategy stays.
  static FusedStage.Choice always(InParts<?, ?, ?> strategy) {
    FusedStage.Way way = way(strategy.profile(), strategy.onWorkers(), strategy::function);
    return () -> way;
  }

  @Override
  public FusedStage.Way now() throws PipelineException {
    StageStrategy<I, O> fitting = choice.now();
    boolean same = fitting.profile().name().equals(strategy.profile().name());
    if (!same && fitting instanceof PerChunk<I, O> next) {
      StrategyProfile before = strategy.profile();
      strategy = next;
      way = way(next.profile(), next.onWorkers(), next::function);
      listener.switched(before, next.profile());
    }
    return way;
  }

  /// What flows from stage to stage is of the right type because a registry ties each strategy to its stage.
  @SuppressWarnings("unchecked")
  private static FusedStage.Way way(StrategyProfile profile, boolean onWorkers,
      Supplier<? extends ChunkFunction<?, ?>> function) {
    return new FusedStage.Way(profile.name(), onWorkers, () -> (ChunkFunction<Object, Object>) function.get());
  }
}
