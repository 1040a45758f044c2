package app.lineup.pipeline.load;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.m3u.scan.M3uList;
import app.lineup.model.Deduplication;
import app.lineup.model.channel.Channel;
import java.util.List;

/// The strategies of Source Loading. All give the channels of one list after the other; they differ in how many lists
/// are unpacked at a time, and in who scans their blocks.
public final class Loaders {

  private static final StrategyProfile IN_MEMORY_FULL = new StrategyProfile(
      "inmemory_full", Shape.RESTING, MemoryPressureLevel.OPTIMAL, "all lists unpacked at once, kept in memory")
      .byWorkers().when(Condition.SLOW_SOURCES).costing(CostEstimate.holding(0, 1_500_000));
  private static final StrategyProfile BATCHED = new StrategyProfile(
      "batched_loader", Shape.RESTING, MemoryPressureLevel.MODERATE,
      "two lists unpacked at a time; what has no room goes to the disk")
      .byWorkers().when(Condition.SLOW_SOURCES).costing(new CostEstimate(16_000_000, 0, 0, 0.9, 1_500_000));
  private static final StrategyProfile STREAMING = new StrategyProfile(
      "streaming_loader", Shape.PER_BLOCK, MemoryPressureLevel.HIGH,
      "one list after the other, its blocks scanned side by side")
      .byWorkers().costing(CostEstimate.passing(800_000, 1_500_000));
  private static final StrategyProfile MINIMAL = new StrategyProfile(
      "minimal_loader", Shape.PER_BLOCK, MemoryPressureLevel.EMERGENCY, "one block of one list at a time")
      .costing(CostEstimate.passing(500_000, 1_500_000));

  private static final int TWO = 2;

  private Loaders() {}

  /// All of them, best first.
  ///
  /// @param loading which entries come through
  public static List<StageStrategy<M3uList, Channel>> strategies(Loading loading) {
    return List.of(
        loader(IN_MEMORY_FULL, loading, Integer.MAX_VALUE), loader(BATCHED, loading, TWO),
        loader(STREAMING, loading, 0),
        loader(MINIMAL, loading, 0), new DatabaseSpill(loading));
  }

  /// In parts where each channel comes through whatever came before it.
  private static StageStrategy<M3uList, Channel> loader(StrategyProfile profile, Loading loading, int unpackedAtOnce) {
    var alone = new ListLoader(profile, loading, unpackedAtOnce);
    return loading.by() == Deduplication.NONE ? new BlockLoader(alone) : alone;
  }
}
