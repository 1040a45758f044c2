package app.lineup.stages.map;

import app.lineup.engine.flow.ChunkIterator;
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

/// Rule by rule over a chunk on the thread that pulls; a rule that reads a group, source or type alone is asked once
/// for each of them.
public final class BatchedMapping implements StageStrategy<Channel, Channel> {

  private final CompiledMapping rules;

  public BatchedMapping(CompiledMapping rules) {
    this.rules = rules;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "batched_mapping", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
        Set.of(Capability.SWITCHES_MID_STAGE), CostEstimate.passing(1_000_000, 1_400_000),
        "rule by rule over a chunk, each distinct value once");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return rules.isEmpty() ? upstream : new ChunkIterator<>(upstream, new MappingStep(rules, true));
  }
}
