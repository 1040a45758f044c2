package app.lineup.stages.m3u;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.ChunkStrategy;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.entry.Inheritance;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.M3uEntry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/// The strategies of M3U Generation. All write a chunk in the same way.
public final class Generations {

  /// As many chunks as are written and waiting to be put out, and one more.
  private static final int BUFFERS = 8;

  private static final StrategyProfile CHUNKED = new StrategyProfile(
      "chunked_m3u", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
      Set.of(Capability.SWITCHES_MID_STAGE, Capability.SEVERAL_CORES), CostEstimate.passing(3_000_000, 7_400_000),
      "a chunk over all cores");
  private static final StrategyProfile STREAMING = new StrategyProfile(
      "streaming_m3u", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY, Set.of(Capability.SWITCHES_MID_STAGE),
      CostEstimate.passing(1_000_000, 4_100_000), "chunk after chunk, no other thread");

  private Generations() {}

  /// All of them, best first.
  ///
  /// @param inheritance what entries can no longer inherit
  /// @param recoded     counts entries that had to become UTF-8
  public static List<StageStrategy<LogoEnrichedChannel, M3uEntry>> strategies(Inheritance inheritance, LongAdder recoded) {
    var buffers = new WriteBuffers(BUFFERS);
    return List.of(
        new ChunkStrategy<>(CHUNKED, true, () -> new Generation(inheritance, recoded, buffers)),
        new InMemoryM3u(inheritance, recoded),
        new ChunkStrategy<>(STREAMING, false, () -> new Generation(inheritance, recoded, buffers)));
  }
}
