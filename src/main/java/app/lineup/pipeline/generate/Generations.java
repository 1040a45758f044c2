package app.lineup.pipeline.generate;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.ChunkStrategy;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.m3u.Inheritance;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.M3uEntry;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// The strategies of M3U Generation. All write a chunk in the same way.
public final class Generations {

  /// As many chunks as are written and waiting to be put out, and one more.
  private static final int BUFFERS = 8;

  private static final StrategyProfile CHUNKED = row("chunked_m3u", MemoryPressureLevel.HIGH, 7_000_000,
      "a block over all cores")
      .byWorkers();
  private static final StrategyProfile IN_MEMORY = row(
      "inmemory_m3u", MemoryPressureLevel.MODERATE, 7_000_000, "as streaming_m3u").when(Condition.NAMED);
  private static final StrategyProfile STREAMING = row(
      "streaming_m3u", MemoryPressureLevel.EMERGENCY, 7_000_000, "block after block, no other thread");

  private Generations() {}

  /// All of them, best first.
  ///
  /// @param inheritance what entries can no longer inherit
  /// @param recoded     counts entries that had to become UTF-8
  public static List<StageStrategy<LogoEnrichedChannel, M3uEntry>> strategies(Inheritance inheritance,
      LongAdder recoded) {
    var buffers = new WriteBuffers(BUFFERS);
    return List.of(
        new ChunkStrategy<>(CHUNKED, () -> new Generation(inheritance, recoded, buffers)),
        new ChunkStrategy<>(IN_MEMORY, () -> new Generation(inheritance, recoded, buffers)),
        new ChunkStrategy<>(STREAMING, () -> new Generation(inheritance, recoded, buffers)));
  }

  private static StrategyProfile row(String name, MemoryPressureLevel bearsUpTo, double itemsPerSecond,
      String summary) {
    return new StrategyProfile(name, Shape.PER_BLOCK, bearsUpTo, summary).can(Capability.SWITCHES_MID_STAGE)
        .costing(CostEstimate.passing(400_000, itemsPerSecond));
  }
}
