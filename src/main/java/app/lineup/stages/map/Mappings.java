package app.lineup.stages.map;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.ChunkStrategy;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import app.lineup.rule.CompiledMapping;
import java.util.List;
import java.util.Set;

/// The strategies of Data Mapping. All apply the rules to a chunk in the same way; they differ in who does it, in what is
/// remembered, and in how large chunks they bear.
public final class Mappings {

  private static final Set<Capability> SWITCHES = Set.of(Capability.SWITCHES_MID_STAGE);

  private static final StrategyProfile PARALLEL = new StrategyProfile(
      "parallel_mapping", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
      Set.of(Capability.SWITCHES_MID_STAGE, Capability.SEVERAL_CORES), CostEstimate.passing(5_000_000, 2_200_000),
      "a chunk over all cores");
  private static final StrategyProfile STREAMING = row(
      "streaming_mapping", MemoryPressureLevel.CRITICAL, 1_700_000, "chunk by chunk, no other thread");
  private static final StrategyProfile BATCHED = row(
      "batched_mapping", MemoryPressureLevel.HIGH, 1_400_000, "as streaming_mapping");
  private static final StrategyProfile SIMPLE = row(
      "simple_mapping", MemoryPressureLevel.EMERGENCY, 1_700_000, "chunk by chunk, no caches");

  private Mappings() {}

  /// All of them, best first.
  public static List<StageStrategy<Channel, Channel>> strategies(CompiledMapping rules) {
    return List.of(
        new ChunkStrategy<>(PARALLEL, true, () -> step(rules, true)),
        new ChunkStrategy<>(STREAMING, false, () -> step(rules, true)),
        new ChunkStrategy<>(BATCHED, false, () -> step(rules, true)),
        new CompressedMapping(rules),
        new ChunkStrategy<>(SIMPLE, false, () -> step(rules, false)));
  }

  private static StrategyProfile row(String name, MemoryPressureLevel bearsUpTo, double itemsPerSecond, String summary) {
    return new StrategyProfile(
        name, ProcessingMode.STREAMING, bearsUpTo, SWITCHES, CostEstimate.passing(1_000_000, itemsPerSecond), summary);
  }

  /// What the rules do to a chunk, for one thread.
  ///
  /// @param memos whether to remember what was said of groups, sources and types
  static ChunkFunction<Channel, Channel> step(CompiledMapping rules, boolean memos) {
    return rules.isEmpty() ? chunk -> chunk : new MappingStep(rules, memos);
  }
}
