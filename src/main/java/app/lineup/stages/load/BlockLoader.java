package app.lineup.stages.load;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.InParts;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.BlockPool;
import app.lineup.model.Channel;
import app.lineup.problem.PipelineException;
import app.lineup.provider.m3u.ListPart;
import app.lineup.provider.m3u.ListParts;
import app.lineup.provider.m3u.M3uList;
import java.util.concurrent.atomic.AtomicInteger;

/// One list after the other: blocks are read in order and scanned together with what the stages behind do to them.
final class BlockLoader implements InParts<M3uList, ListPart, Channel> {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.20;

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
    var shrinking = new Shrinking();
    MemoryLease lease = context.leases().open("blocks of channels", ALLOWANCE, shrinking);
    // What is written from a block takes about as much again. Blocks cannot be given up: a refusal has made others do so.
    var pool = new BlockPool(BLOCKS, bytes -> {
      boolean _ = lease.trySetBytes(2 * bytes);
    });
    Loading loading = alone.loading();
    var parts = new ListParts(
        alone.ahead(upstream, context), context.meter(), loading.wanted(), context.bridges(), loading::ended, pool,
        () -> blockBytes(shrinking.under(context.memory().level()), context.blockFactor()));
    return new Declared<>(parts, pool, lease);
  }

  /// How much of a list is read at a time: where memory is short, less.
  ///
  /// @param factor how many times larger blocks are asked for while it is not
  private static int blockBytes(MemoryPressureLevel level, int factor) {
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

  /// Makes blocks smaller, one level further at each alarm, for the rest of the run. Thread-safe.
  private static final class Shrinking implements LeaseAlarms {

    private final AtomicInteger levels = new AtomicInteger();

    @Override
    public void onShrink() {
      levels.incrementAndGet();
    }

    @Override
    public void onRelease() {
      levels.incrementAndGet();
    }

    MemoryPressureLevel under(MemoryPressureLevel level) {
      MemoryPressureLevel[] all = MemoryPressureLevel.values();
      return all[Math.min(all.length - 1, level.ordinal() + levels.get())];
    }
  }
}
