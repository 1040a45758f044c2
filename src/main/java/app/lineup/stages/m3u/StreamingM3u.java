package app.lineup.stages.m3u;

import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.entry.Inheritance;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.M3uEntry;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/// Chunk after chunk on the thread that pulls.
public final class StreamingM3u implements StageStrategy<LogoEnrichedChannel, M3uEntry> {

  private final Inheritance inheritance;
  private final LongAdder recoded;

  /// @param inheritance what entries can no longer inherit
  /// @param recoded     counts entries that had to become UTF-8
  public StreamingM3u(Inheritance inheritance, LongAdder recoded) {
    this.inheritance = inheritance;
    this.recoded = recoded;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "streaming_m3u", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY,
        Set.of(Capability.SWITCHES_MID_STAGE), CostEstimate.passing(1_000_000, 4_100_000),
        "chunk after chunk, no other thread");
  }

  @Override
  public PipelineIterator<M3uEntry> attach(PipelineIterator<LogoEnrichedChannel> upstream, StageContext context) {
    return new ChunkIterator<>(upstream, new Generation(inheritance, recoded, new WriteBuffers(1)));
  }
}
