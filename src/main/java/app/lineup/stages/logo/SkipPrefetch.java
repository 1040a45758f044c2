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
import app.lineup.model.LogoState;
import app.lineup.model.NumberedChannel;
import java.util.Set;

/// No picture is looked for; addresses stay as they are.
public final class SkipPrefetch implements StageStrategy<NumberedChannel, LogoEnrichedChannel> {

  static final StrategyProfile PROFILE = new StrategyProfile(
      "skip_prefetch", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY, Set.of(Capability.SWITCHES_MID_STAGE),
      CostEstimate.passing(0, 0),
      "logos are not fetched");

  @Override
  public StrategyProfile profile() {
    return PROFILE;
  }

  @Override
  public PipelineIterator<LogoEnrichedChannel> attach(PipelineIterator<NumberedChannel> upstream, StageContext context) {
    return upstream.map(numbered -> new LogoEnrichedChannel(numbered, LogoState.NOT_FETCHED));
  }
}
