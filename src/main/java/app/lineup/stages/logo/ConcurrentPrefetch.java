package app.lineup.stages.logo;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.NumberedChannel;
import java.util.Set;

/// Many logos at once, while the channels come out in their order. Between chunks fetches go on.
final class ConcurrentPrefetch implements StageStrategy<NumberedChannel, LogoEnrichedChannel> {

  static final StrategyProfile PROFILE = new StrategyProfile(
      "concurrent_prefetch", ProcessingMode.STREAMING, MemoryPressureLevel.MODERATE, Set.of(Capability.SWITCHES_MID_STAGE),
      CostEstimate.passing(4_000_000, 1_600),
      "many logos at once");

  private final LogoRun logos;

  ConcurrentPrefetch(LogoRun logos) {
    this.logos = logos;
  }

  @Override
  public StrategyProfile profile() {
    return PROFILE;
  }

  @Override
  public PipelineIterator<LogoEnrichedChannel> attach(PipelineIterator<NumberedChannel> upstream, StageContext context) {
    return new PrefetchIterator(upstream, logos);
  }
}
