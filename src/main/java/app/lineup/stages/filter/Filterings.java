package app.lineup.stages.filter;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.ChunkStrategy;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.CompiledFilters;
import java.util.List;
import java.util.Set;

/// The strategies of Filtering. All ask the filters in the same way; they differ in who does it and in what is remembered.
public final class Filterings {

  private static final StrategyProfile PASSTHROUGH = new StrategyProfile(
      "passthrough_filter", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY, Set.of(Capability.SWITCHES_MID_STAGE),
      CostEstimate.passing(0, 0), "no filter is on");
  private static final StrategyProfile IN_MEMORY = new StrategyProfile(
      "inmemory_filter", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
      Set.of(Capability.SWITCHES_MID_STAGE, Capability.SEVERAL_CORES, Capability.JUDGES_FILTERS),
      CostEstimate.passing(3_000_000, 15_000_000), "a chunk over all cores");
  private static final StrategyProfile INDEXED = row(
      "indexed_filter", MemoryPressureLevel.CRITICAL, 6_100_000, "each distinct group, source or type answered once");
  private static final StrategyProfile BITMASK = row(
      "bitmask_filter", MemoryPressureLevel.CRITICAL, 3_200_000, "as indexed_filter");
  private static final StrategyProfile STREAMING = row(
      "streaming_filter", MemoryPressureLevel.EMERGENCY, 6_100_000, "chunk by chunk, nothing remembered");

  private Filterings() {}

  /// All of them, best first. The one that lets everything pass is chosen only where no filter is on.
  ///
  /// @param separators what becomes of separator rows
  public static List<StageStrategy<Channel, Channel>> strategies(CompiledFilters filters, SeparatorPolicy separators) {
    return List.of(
        new ChunkStrategy<>(PASSTHROUGH, false, () -> chunk -> chunk),
        new ChunkStrategy<>(IN_MEMORY, true, () -> new FilterStep(filters, separators, true)),
        new ChunkStrategy<>(INDEXED, false, () -> new FilterStep(filters, separators, true)),
        new ChunkStrategy<>(BITMASK, false, () -> new FilterStep(filters, separators, true)),
        new ChunkStrategy<>(STREAMING, false, () -> new FilterStep(filters, separators, false)));
  }

  private static StrategyProfile row(String name, MemoryPressureLevel bearsUpTo, double itemsPerSecond, String summary) {
    return new StrategyProfile(
        name, ProcessingMode.STREAMING, bearsUpTo, Set.of(Capability.SWITCHES_MID_STAGE, Capability.JUDGES_FILTERS),
        CostEstimate.passing(1_000_000, itemsPerSecond), summary);
  }
}
