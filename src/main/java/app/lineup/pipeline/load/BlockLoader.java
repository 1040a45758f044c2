package app.lineup.pipeline.load;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.InParts;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.m3u.scan.ListPart;
import app.lineup.m3u.scan.ListParts;
import app.lineup.m3u.scan.M3uList;
import app.lineup.model.channel.BlockPool;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;

/// One list after the other: blocks are read in order and scanned together with what the stages behind do to them.
final class BlockLoader implements InParts<M3uList, ListPart, Channel> {

  /// More than are under way at once.
  private static final int BLOCKS = 16;

  private final ListLoader alone;

  /// @param alone the same for who is not fused
  BlockLoader(ListLoader alone) {
    this.alone = alone;
  }

  @Override
  public StrategyProfile profile() {
    return alone.profile();
  }

  @Override
  public PipelineIterator<ListPart> parts(PipelineIterator<M3uList> upstream, StageContext context) {
    var lease = new BlocksLease(context.leases());
    var pool = new BlockPool(BLOCKS, lease);
    Loading loading = alone.loading();
    var parts = new ListParts(
        alone.ahead(upstream, context), context.meter(), loading.wanted(), context.bridges(), loading::ended, pool,
        () -> blockBytes(lease.under(context.memory().level()), context.blockFactor()));
    return new Declared<>(parts, pool, lease);
  }

  /// How much of a list is read at a time: where memory is short, less.
  ///
  /// @param factor how many times larger blocks are asked for while it is not
  static int blockBytes(MemoryPressureLevel level, int factor) {
    return switch (level) {
      case OPTIMAL -> 256 * 1024 * factor;
      case MODERATE -> 256 * 1024;
      case HIGH -> 128 * 1024;
      case CRITICAL -> 64 * 1024;
      case EMERGENCY -> 16 * 1024;
    };
  }

  @Override
  public ChunkFunction<ListPart, Channel> function() {
    return ListPart.scanner();
  }

  @Override
  public void done(ListPart part) throws PipelineException {
    part.done();
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<M3uList> upstream, StageContext context)
      throws PipelineException, InterruptedException {
    return alone.attach(upstream, context);
  }
}
