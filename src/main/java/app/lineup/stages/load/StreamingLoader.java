package app.lineup.stages.load;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.entry.Wanted;
import app.lineup.model.Channel;
import app.lineup.problem.PipelineException;
import app.lineup.provider.m3u.M3uList;
import java.util.Set;

/// One source after the other, its blocks scanned side by side ahead of the reader.
public final class StreamingLoader implements StageStrategy<M3uList, Channel> {

  private final Loading loading;

  private StreamingLoader(Loading loading) {
    this.loading = loading;
  }

  /// The strategy.
  ///
  /// @param loading which entries come through
  public static StageStrategy<M3uList, Channel> of(Loading loading) {
    return BlockLoader.of(new StreamingLoader(loading), true, loading);
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "streaming_loader", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH,
        Set.of(Capability.SEVERAL_CORES), CostEstimate.passing(4_000_000, 6_500_000),
        "one source after the other, read ahead");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<M3uList> upstream, StageContext context) {
    return loading.channels(upstream, list -> open(list, context, loading.wanted()));
  }

  private static PipelineIterator<Channel> open(
      M3uList list, StageContext context, Wanted wanted) throws PipelineException {
    return list.openAhead(context.meter(), context.workers(), context.chunksAhead(), wanted, context.bridges());
  }
}
