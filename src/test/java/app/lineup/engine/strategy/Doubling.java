package app.lineup.engine.strategy;

import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Gives each odd number twice and no even one, by one thread or by several.
record Doubling(String name, boolean parallel, MemoryPressureLevel bearsUpTo, Set<Capability> capabilities)
    implements StageStrategy<Integer, Integer> {

  static final Stage<Integer, Integer> STAGE = new Stage<>("doubling");

  static Doubling alone(String name, MemoryPressureLevel bearsUpTo) {
    return new Doubling(name, false, bearsUpTo, Set.of(Capability.SWITCHES_MID_STAGE));
  }

  static Doubling parallel(String name, MemoryPressureLevel bearsUpTo) {
    return new Doubling(name, true, bearsUpTo, Set.of(Capability.SWITCHES_MID_STAGE));
  }

  static List<Integer> of(List<Integer> numbers) {
    List<Integer> out = new ArrayList<>();
    for (Integer number : numbers) {
      if (number % 2 == 1) {
        out.add(number);
        out.add(-number);
      }
    }
    return out;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(name, Shape.PER_BLOCK, bearsUpTo, "").can(capabilities.toArray(Capability[]::new));
  }

  @Override
  public PipelineIterator<Integer> attach(PipelineIterator<Integer> upstream, StageContext context) {
    return parallel
        ? new ParallelIterator<>(upstream, () -> Doubling::of, context.workers(), context.chunksAhead())
        : new ChunkIterator<>(upstream, Doubling::of);
  }
}
