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

/// Channel by channel on the thread that pulls; nothing is remembered.
public final class SimpleMapping implements StageStrategy<Channel, Channel> {

  private final CompiledMapping rules;

  public SimpleMapping(CompiledMapping rules) {
    this.rules = rules;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "simple_mapping", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY,
        Set.of(Capability.SWITCHES_MID_STAGE), CostEstimate.passing(1_000_000, 1_800_000),
        "one by one, no caches");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return rules.isEmpty() ? upstream : new ChunkIterator<>(upstream, new MappingStep(rules, false));
  }
}
