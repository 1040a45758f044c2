package app.lineup.stages.m3u;

import app.lineup.engine.accumulate.AccumulationStrategy;
import app.lineup.engine.accumulate.GatheringIterator;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.entry.Inheritance;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.M3uEntry;
import java.util.concurrent.atomic.LongAdder;

/// All entries are made and kept before the first is given.
public final class InMemoryM3u implements StageStrategy<LogoEnrichedChannel, M3uEntry> {

  private final Inheritance inheritance;
  private final LongAdder recoded;

  /// @param inheritance what entries can no longer inherit
  /// @param recoded     counts entries that had to become UTF-8
  public InMemoryM3u(Inheritance inheritance, LongAdder recoded) {
    this.inheritance = inheritance;
    this.recoded = recoded;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "inmemory_m3u", ProcessingMode.BATCH, MemoryPressureLevel.MODERATE,
        CostEstimate.holding(50, 1_900_000), "all entries before the first is given");
  }

  @Override
  public PipelineIterator<M3uEntry> attach(PipelineIterator<LogoEnrichedChannel> upstream, StageContext context) {
    var entries = new ChunkIterator<>(upstream, new Generation(inheritance, recoded, new WriteBuffers(1)));
    var how = context.accumulation(new M3uEntryCodec(), new AccumulationStrategy.InMemory());
    return new GatheringIterator<>(entries, how, context.chunkItems(), "entries to be written");
  }
}
