package app.lineup.stages.filter;

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
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.CompiledFilters;
import java.util.Set;

/// A chunk on each core; results in their order.
public final class InMemoryFilter implements StageStrategy<Channel, Channel> {

  private final CompiledFilters filters;
  private final SeparatorPolicy separators;

  public InMemoryFilter(CompiledFilters filters, SeparatorPolicy separators) {
    this.filters = filters;
    this.separators = separators;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "inmemory_filter", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
        Set.of(Capability.SWITCHES_MID_STAGE, Capability.SEVERAL_CORES, Capability.JUDGES_FILTERS), CostEstimate.passing(3_000_000, 15_000_000),
        "a chunk over all cores");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return new ParallelIterator<>(
        upstream, () -> new FilterStep(filters, separators, true), context.workers(), context.chunksAhead());
  }
}
