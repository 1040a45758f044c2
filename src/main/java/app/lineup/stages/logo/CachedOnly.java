package app.lineup.stages.logo;

import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.LogoState;
import app.lineup.model.NumberedChannel;
import app.lineup.model.NumberedSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Only the cache is looked into; no server is asked. Holds nothing between chunks.
final class CachedOnly implements StageStrategy<NumberedChannel, LogoEnrichedChannel> {

  static final StrategyProfile PROFILE = new StrategyProfile(
      "cached_only", ProcessingMode.STREAMING, MemoryPressureLevel.CRITICAL, Set.of(Capability.SWITCHES_MID_STAGE),
      CostEstimate.passing(1_000_000, 50_000),
      "logos that are in the cache, no server is asked");

  private final LogoRun logos;

  CachedOnly(LogoRun logos) {
    this.logos = logos;
  }

  @Override
  public StrategyProfile profile() {
    return PROFILE;
  }

  @Override
  public PipelineIterator<LogoEnrichedChannel> attach(PipelineIterator<NumberedChannel> upstream, StageContext context) {
    return new ChunkIterator<>(upstream, chunk -> {
      List<LogoEnrichedChannel> looked = new ArrayList<>(chunk.size());
      for (NumberedChannel numbered : NumberedSlice.takenOut(chunk)) {
        looked.add(new LogoEnrichedChannel(numbered, look(numbered)));
      }
      return looked;
    });
  }

  private LogoState look(NumberedChannel numbered) {
    return logos.counters().count(LogoAddress.of(numbered)
        .map(address -> logos.known(address).orElse(LogoState.NOT_FETCHED)).orElse(LogoState.NO_ADDRESS));
  }
}
