package app.lineup.stages.filter;

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
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.CompiledFilters;
import java.util.Set;

/// Channel by channel on the thread that pulls. The two strategies differ in whether answers are remembered, and measured
/// the same.
public final class StreamingFilter implements StageStrategy<Channel, Channel> {

  private final StrategyProfile profile;
  private final CompiledFilters filters;
  private final SeparatorPolicy separators;
  private final boolean memos;

  private StreamingFilter(StrategyProfile profile, CompiledFilters filters, SeparatorPolicy separators, boolean memos) {
    this.profile = profile;
    this.filters = filters;
    this.separators = separators;
    this.memos = memos;
  }

  /// What reads a group, source or type alone is asked once for each of them.
  public static StreamingFilter indexed(CompiledFilters filters, SeparatorPolicy separators) {
    var profile = profile(
        "indexed_filter", MemoryPressureLevel.CRITICAL, "each distinct group, source or type answered once");
    return new StreamingFilter(profile, filters, separators, true);
  }

  /// Nothing is remembered.
  public static StreamingFilter streaming(CompiledFilters filters, SeparatorPolicy separators) {
    var profile = profile("streaming_filter", MemoryPressureLevel.EMERGENCY, "channel by channel, nothing remembered");
    return new StreamingFilter(profile, filters, separators, false);
  }

  private static StrategyProfile profile(String name, MemoryPressureLevel bearsUpTo, String summary) {
    return new StrategyProfile(name, ProcessingMode.STREAMING, bearsUpTo,
        Set.of(Capability.SWITCHES_MID_STAGE, Capability.JUDGES_FILTERS), CostEstimate.passing(1_000_000, 6_100_000), summary);
  }

  @Override
  public StrategyProfile profile() {
    return profile;
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return new ChunkIterator<>(upstream, new FilterStep(filters, separators, memos));
  }
}
