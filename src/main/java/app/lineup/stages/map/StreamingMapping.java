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

/// Channel by channel on the thread that pulls. The two strategies differ in whether answers are remembered, and measured
/// the same.
public final class StreamingMapping implements StageStrategy<Channel, Channel> {

  private final StrategyProfile profile;
  private final CompiledMapping rules;
  private final boolean memos;

  private StreamingMapping(StrategyProfile profile, CompiledMapping rules, boolean memos) {
    this.profile = profile;
    this.rules = rules;
    this.memos = memos;
  }

  /// What was said of a group, source or type is remembered.
  public static StreamingMapping streaming(CompiledMapping rules) {
    return new StreamingMapping(
        profile("streaming_mapping", MemoryPressureLevel.CRITICAL, "channel by channel, no other thread"), rules, true);
  }

  /// Nothing is remembered.
  public static StreamingMapping simple(CompiledMapping rules) {
    return new StreamingMapping(
        profile("simple_mapping", MemoryPressureLevel.EMERGENCY, "one by one, no caches"), rules, false);
  }

  private static StrategyProfile profile(String name, MemoryPressureLevel bearsUpTo, String summary) {
    return new StrategyProfile(name, ProcessingMode.STREAMING, bearsUpTo, Set.of(Capability.SWITCHES_MID_STAGE),
        CostEstimate.passing(1_000_000, 1_700_000), summary);
  }

  @Override
  public StrategyProfile profile() {
    return profile;
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return rules.isEmpty() ? upstream : new ChunkIterator<>(upstream, new MappingStep(rules, memos));
  }
}
