package app.lineup.stages.filter;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import java.util.Set;

/// Every channel stays; chosen only where no filter is on.
public final class PassthroughFilter implements StageStrategy<Channel, Channel> {

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "passthrough_filter", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY,
        Set.of(Capability.SWITCHES_MID_STAGE), CostEstimate.passing(0, 0),
        "no filter is on");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    return upstream;
  }
}
