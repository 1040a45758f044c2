package app.lineup.pipeline.filter;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.ChunkStrategy;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.MatchCounts;
import java.util.List;

/// The strategies of Filtering. All ask the filters in the same way; they differ in who does it and in what is
/// remembered.
public final class Filterings {

  private static final StrategyProfile PASSTHROUGH = new StrategyProfile(
      "passthrough_filter", Shape.PER_BLOCK, MemoryPressureLevel.EMERGENCY, "lets everything pass")
      .can(Capability.SWITCHES_MID_STAGE).when(Condition.NO_FILTER);
  private static final StrategyProfile IN_MEMORY = row(
      "inmemory_filter", MemoryPressureLevel.HIGH, 2_100_000, "a block over all cores").byWorkers().remembering();
  private static final StrategyProfile INDEXED = row(
      "indexed_filter", MemoryPressureLevel.CRITICAL, 2_100_000, "each distinct group, source or type answered once")
      .remembering();
  private static final StrategyProfile BITMASK = row(
      "bitmask_filter", MemoryPressureLevel.CRITICAL, 2_100_000, "as indexed_filter").remembering()
      .when(Condition.NAMED);
  private static final StrategyProfile STREAMING = row(
      "streaming_filter", MemoryPressureLevel.EMERGENCY, 2_100_000, "block by block, nothing remembered");

  private Filterings() {}

  /// All of them, best first. The one that lets everything pass is chosen only where no filter is on.
  ///
  /// @param separators what becomes of separator rows
  /// @param counts     how many channels each filter decided on
  public static List<StageStrategy<Channel, Channel>> strategies(
      CompiledFilters filters, SeparatorPolicy separators, MatchCounts counts) {
    return List.of(
        new ChunkStrategy<>(PASSTHROUGH, () -> chunk -> chunk), strategy(IN_MEMORY, filters, separators, counts),
        strategy(INDEXED, filters, separators, counts), strategy(BITMASK, filters, separators, counts),
        strategy(STREAMING, filters, separators, counts));
  }

  private static StageStrategy<Channel, Channel> strategy(
      StrategyProfile row, CompiledFilters filters, SeparatorPolicy separators, MatchCounts counts) {
    return new ChunkStrategy<>(row, () -> new FilterStep(filters, separators, row.remembers(), counts));
  }

  private static StrategyProfile row(String name, MemoryPressureLevel bearsUpTo, double itemsPerSecond,
      String summary) {
    return new StrategyProfile(name, Shape.PER_BLOCK, bearsUpTo, summary)
        .can(Capability.SWITCHES_MID_STAGE, Capability.JUDGES_FILTERS)
        .costing(CostEstimate.passing(200_000, itemsPerSecond));
  }
}
