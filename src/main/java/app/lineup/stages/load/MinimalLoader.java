package app.lineup.stages.load;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import app.lineup.provider.m3u.M3uList;

/// One source after the other, one block in memory, no other thread.
public final class MinimalLoader implements StageStrategy<M3uList, Channel> {

  private final Loading loading;

  private MinimalLoader(Loading loading) {
    this.loading = loading;
  }

  /// The strategy.
  ///
  /// @param loading which entries come through
  public static StageStrategy<M3uList, Channel> of(Loading loading) {
    return BlockLoader.of(new MinimalLoader(loading), false, loading);
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "minimal_loader", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY,
        CostEstimate.passing(1_000_000, 4_000_000), "one block of one source at a time");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<M3uList> upstream, StageContext context) {
    return loading.channels(upstream, list -> list.open(context.meter(), loading.wanted(), context.bridges()));
  }
}
