package app.lineup.engine.run;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.ChunkStrategy;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import java.util.Set;

/// Ways of doing a small stage of a [FusedRun]; all of them may change in mid-run. Thread-safe: no state.
final class FusedWays {

  private FusedWays() {}

  /// One that is done to each chunk by itself.
  static StageStrategy<Integer, Integer> way(
      String name, MemoryPressureLevel bearsUpTo, boolean onWorkers, ChunkFunction<Integer, Integer> function) {
    return new ChunkStrategy<>(profile(name, bearsUpTo, onWorkers), () -> function);
  }

  /// A strategy that the conductor does not fuse.
  static StageStrategy<Integer, Integer> alone(
      String name, MemoryPressureLevel bearsUpTo, ChunkFunction<Integer, Integer> function) {
    return new Alone(profile(name, bearsUpTo), function);
  }

  /// What is said of one.
  static StrategyProfile profile(String name, MemoryPressureLevel bearsUpTo) {
    return profile(name, bearsUpTo, false);
  }

  /// The same, taken with one core, too.
  static StrategyProfile profile(String name, MemoryPressureLevel bearsUpTo, boolean onWorkers) {
    return new StrategyProfile(
        name, Shape.PER_BLOCK, onWorkers, false, 1, bearsUpTo, Set.of(Capability.SWITCHES_MID_STAGE), Set.of(),
        CostEstimate.UNMEASURED, "summary");
  }

  private record Alone(StrategyProfile profile, ChunkFunction<Integer, Integer> function)
      implements StageStrategy<Integer, Integer> {

    @Override
    public PipelineIterator<Integer> attach(PipelineIterator<Integer> upstream, StageContext context) {
      return new ChunkIterator<>(upstream, function);
    }
  }
}
