package app.lineup.pipeline.map;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.ChunkStrategy;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.channel.Channel;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.MatchCounts;
import java.util.List;

/// The strategies of Data Mapping. All apply the rules to a chunk in the same way; they differ in who does it, in what
/// is remembered, and in how large blocks are.
public final class Mappings {

  private static final StrategyProfile PARALLEL = row(
      "parallel_mapping", MemoryPressureLevel.HIGH, 1_050_000, "a block over all cores").byWorkers().remembering()
      .when(Condition.RULES);
  private static final StrategyProfile STREAMING = row(
      "streaming_mapping", MemoryPressureLevel.CRITICAL, 1_050_000, "block by block, no other thread").remembering();
  private static final StrategyProfile BATCHED = row(
      "batched_mapping", MemoryPressureLevel.HIGH, 1_050_000, "as streaming_mapping, four usual blocks at a time")
      .remembering()
      .blocks(4).when(Condition.NAMED);
  private static final StrategyProfile COMPRESSED = row(
      "compressed_mapping", MemoryPressureLevel.CRITICAL, 1_050_000, "as streaming_mapping").remembering()
      .when(Condition.NAMED);
  private static final StrategyProfile SIMPLE = row(
      "simple_mapping", MemoryPressureLevel.EMERGENCY, 1_050_000, "block by block, no caches");

  private Mappings() {}

  /// All of them, best first.
  ///
  /// @param counts how many channels each rule was for
  public static List<StageStrategy<Channel, Channel>> strategies(CompiledMapping rules, MatchCounts counts) {
    return List.of(
        strategy(PARALLEL, rules, counts), strategy(STREAMING, rules, counts), strategy(BATCHED, rules, counts),
        strategy(COMPRESSED, rules, counts), strategy(SIMPLE, rules, counts));
  }

  private static StageStrategy<Channel, Channel> strategy(StrategyProfile row, CompiledMapping rules,
      MatchCounts counts) {
    return new ChunkStrategy<>(row, () -> step(rules, row.remembers(), counts));
  }

  private static StrategyProfile row(String name, MemoryPressureLevel bearsUpTo, double itemsPerSecond,
      String summary) {
    return new StrategyProfile(name, Shape.PER_BLOCK, bearsUpTo, summary).can(Capability.SWITCHES_MID_STAGE)
        .costing(CostEstimate.passing(200_000, itemsPerSecond));
  }

  /// What the rules do to a chunk, for one thread.
  ///
  /// @param memos whether to remember what was said of groups, sources and types
  private static ChunkFunction<Channel, Channel> step(CompiledMapping rules, boolean memos, MatchCounts counts) {
    return rules.isEmpty() ? chunk -> chunk : new MappingStep(rules, memos, counts);
  }
}
