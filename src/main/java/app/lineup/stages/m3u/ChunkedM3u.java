package app.lineup.stages.m3u;

import app.lineup.engine.flow.ParallelIterator;
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

/// A chunk on each core; results in their order.
public final class ChunkedM3u implements StageStrategy<LogoEnrichedChannel, M3uEntry> {

  private final Inheritance inheritance;
  private final LongAdder recoded;

  /// @param inheritance what entries can no longer inherit
  /// @param recoded     counts entries that had to become UTF-8
  public ChunkedM3u(Inheritance inheritance, LongAdder recoded) {
    this.inheritance = inheritance;
    this.recoded = recoded;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "chunked_m3u", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
        Set.of(Capability.SWITCHES_MID_STAGE, Capability.SEVERAL_CORES), CostEstimate.passing(3_000_000, 7_400_000),
        "a chunk over all cores");
  }

  @Override
  public PipelineIterator<M3uEntry> attach(PipelineIterator<LogoEnrichedChannel> upstream, StageContext context) {
    // One more than are under way: the one that is being written to the target.
    var buffers = new WriteBuffers(context.chunksAhead() + 1);
    return new ParallelIterator<>(
        upstream, () -> new Generation(inheritance, recoded, buffers), context.workers(), context.chunksAhead(),
        context.meter()::chunksAhead);
  }
}
