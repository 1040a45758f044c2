package app.lineup.stages.map;

import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import app.lineup.rule.CompiledMapping;
import java.util.Set;

/// A chunk on each core; results in their order.
public final class ParallelMapping implements StageStrategy<Channel, Channel> {

  private final CompiledMapping rules;

  public ParallelMapping(CompiledMapping rules) {
    this.rules = rules;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "parallel_mapping", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
        Set.of(Capability.SWITCHES_MID_STAGE, Capability.SEVERAL_CORES), CostEstimate.passing(5_000_000, 2_200_000),
        "a chunk over all cores");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return new ParallelIterator<>(upstream, () -> new MappingStep(rules, true), context.workers(), context.chunksAhead());
  }
}
