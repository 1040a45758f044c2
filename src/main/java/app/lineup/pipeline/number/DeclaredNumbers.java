package app.lineup.pipeline.number;

import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.problem.PipelineException;

/// Channels that [KeepNumbers] numbers, with what its sets take declared on a lease until it is closed. The sets cannot
/// be given up: where the lease is refused, all others have been asked to. Not thread-safe; used by the thread that
/// pulls.
final class DeclaredNumbers implements PipelineIterator<NumberedChannel> {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.08;

  private final PipelineIterator<NumberedChannel> numbered;
  private final KeepNumbers numbers;
  private final MemoryLease lease;

  DeclaredNumbers(PipelineIterator<Channel> upstream, KeepNumbers numbers, LeaseBook leases) {
    this.numbered = new ChunkIterator<>(upstream, numbers);
    this.numbers = numbers;
    this.lease = leases.open("taken numbers", ALLOWANCE, LeaseAlarms.NONE);
    declare();
  }

  private void declare() {
    long now = numbers.bytes();
    if (now != lease.bytes()) {
      boolean _ = lease.trySetBytes(now);
    }
  }

  @Override
  public IteratorResult<NumberedChannel> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    IteratorResult<NumberedChannel> chunk = numbered.nextChunk(maxItems);
    declare();
    return chunk;
  }

  @Override
  public void close() {
    lease.close();
    numbered.close();
  }
}
