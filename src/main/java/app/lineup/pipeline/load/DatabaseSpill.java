package app.lineup.pipeline.load;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.m3u.scan.M3uList;
import app.lineup.model.channel.Channel;

/// All sources into a table of a database on the disk, one after the other; then read back in pages by key. The sources
/// are read and let go before the first rule is asked.
final class DatabaseSpill implements StageStrategy<M3uList, Channel> {

  private final Loading loading;

  /// @param loading which entries come through
  DatabaseSpill(Loading loading) {
    this.loading = loading;
  }

  @Override
  public StrategyProfile profile() {
    var cost = new CostEstimate(SpillTable.usualBytes(), 0, 0, 1.15, 350_000);
    return new StrategyProfile("database_spill", Shape.RESTING, MemoryPressureLevel.CRITICAL,
        "through a database on the disk, read back in pages by key").when(Condition.NAMED).costing(cost);
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<M3uList> upstream, StageContext context) {
    var channels = loading.channels(upstream, list -> list.open(context.meter(), loading.wanted(), context.bridges()));
    return new DatabaseIterator(channels, context);
  }
}
