package app.lineup.pipeline.load;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.rest.Spill;
import app.lineup.engine.strategy.StageContext;
import app.lineup.m3u.codec.ChannelCodec;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings all channels into a [SpillTable] at the first pull, and gives them out of it. Not thread-safe; used by the
/// thread that pulls.
final class DatabaseIterator implements PipelineIterator<Channel> {

  /// The share of the limit that is its to hold, at least.
  private static final double ALLOWANCE = 0.10;

  /// What it asks for by what it is known to hold: with this it stays below the first alarm.
  private static final double ROOM = 1.3;

  private final PipelineIterator<Channel> upstream;
  private final StageContext context;
  private final MemoryLease lease;
  private @Nullable SpillTable<Channel> table;
  private @Nullable PipelineIterator<Channel> pages;
  private boolean closed;

  DatabaseIterator(PipelineIterator<Channel> upstream, StageContext context) {
    this.upstream = upstream;
    this.context = context;
    double share = Math.max(ALLOWANCE, ROOM * SpillTable.usualBytes() / context.leases().limitBytes());
    this.lease = context.leases().open("a database of channels", share, LeaseAlarms.NONE);
  }

  @Override
  public IteratorResult<Channel> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (closed) {
      return new IteratorResult.Finished<>();
    }
    PipelineIterator<Channel> reading = pages;
    if (reading == null) {
      reading = load();
      pages = reading;
    }
    return reading.nextChunk(maxItems);
  }

  private PipelineIterator<Channel> load() throws PipelineException, InterruptedException {
    boolean granted = lease.trySetBytes(SpillTable.usualBytes());
    SpillTable<Channel> filling = SpillTable.in(context.spill(), new ChannelCodec(), !granted);
    table = filling;
    while (upstream.nextChunk(
        context.chunkItems().getAsInt()) instanceof IteratorResult.Items<Channel>(List<Channel> chunk)) {
      filling.add(chunk);
    }
    filling.flush();
    context.meter().addSpilled(filling.bytes());
    context.tell(new Spill.Written(filling.items(), filling.bytes()));
    return filling.open();
  }

  @Override
  public void close() {
    closed = true;
    SpillTable<Channel> open = table;
    table = null;
    try (upstream; lease) {
      if (open != null) {
        open.close();
      }
    }
  }
}
