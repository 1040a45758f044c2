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

/// Filter by filter over a chunk on the thread that pulls; each gives a set of bits, and the sets are joined.
public final class BitmaskFilter implements StageStrategy<Channel, Channel> {

  private final CompiledFilters filters;
  private final SeparatorPolicy separators;

  public BitmaskFilter(CompiledFilters filters, SeparatorPolicy separators) {
    this.filters = filters;
    this.separators = separators;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "bitmask_filter", ProcessingMode.STREAMING, MemoryPressureLevel.CRITICAL,
        Set.of(Capability.SWITCHES_MID_STAGE, Capability.JUDGES_FILTERS), CostEstimate.passing(1_000_000, 3_200_000),
        "one bit set a filter over a chunk");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return new ChunkIterator<>(upstream, new FilterStep(filters, separators, true));
  }
}
