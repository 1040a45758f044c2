package app.lineup.engine.run;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.strategy.ProcessingConditions;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.strategy.SwitchingIterator;
import app.lineup.problem.PipelineException;

/// The strategy that fits a stage in the middle of a run: another only where pressure has changed, and only one that
/// switches in mid-run. Not thread-safe; used by the run's thread.
final class MidStageChoice<I, O> implements SwitchingIterator.Choice<I, O> {

  private final StageStrategyRegistry registry;
  private final Stage<I, O> stage;
  private final Demands demands;
  private final PullSizer pace;
  private StageStrategy<I, O> last;
  private MemoryPressureLevel judged;

  MidStageChoice(StageStrategyRegistry registry, Stage<I, O> stage, Demands demands, PullSizer pace)
      throws PipelineException {
    this.registry = registry;
    this.stage = stage;
    this.demands = demands;
    this.pace = pace;
    this.judged = pace.pressure();
    this.last = registry.select(stage, new ProcessingConditions(judged, demands));
  }

  @Override
  public StageStrategy<I, O> now() throws PipelineException {
    MemoryPressureLevel pressure = pace.pressure();
    if (pressure != judged) {
      judged = pressure;
      StageStrategy<I, O> fitting = registry.select(stage, new ProcessingConditions(pressure, demands));
      last = switches(fitting) ? fitting : last;
    }
    return last;
  }

  /// Whether what is chosen may change.
  boolean switches() {
    return switches(last);
  }

  private static boolean switches(StageStrategy<?, ?> strategy) {
    return strategy.profile().capabilities().contains(Capability.SWITCHES_MID_STAGE);
  }
}
