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

/// Channel by channel on the thread that pulls; what reads a group, source or type alone is asked once for each of them.
public final class IndexedFilter implements StageStrategy<Channel, Channel> {

  private final CompiledFilters filters;
  private final SeparatorPolicy separators;

  public IndexedFilter(CompiledFilters filters, SeparatorPolicy separators) {
    this.filters = filters;
    this.separators = separators;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "indexed_filter", ProcessingMode.STREAMING, MemoryPressureLevel.CRITICAL,
        Set.of(Capability.SWITCHES_MID_STAGE, Capability.JUDGES_FILTERS), CostEstimate.passing(1_000_000, 6_100_000),
        "each distinct group, source or type answered once");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return new ChunkIterator<>(upstream, new FilterStep(filters, separators, true));
  }
}
