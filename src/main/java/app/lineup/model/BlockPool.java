package app.lineup.model;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Blocks that are used again once they were released, so that a run of any size makes a few of them. A block that nobody
/// releases is left to the garbage collector. Thread-safe.
public final class BlockPool {

  private final Queue<ChannelBlock> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private final int mostIdle;
  private final boolean poisons;

  /// @param mostIdle how many blocks are kept for later
  /// @param poisons  whether what is in a released block is made unreadable, as tests have it
  public BlockPool(int mostIdle, boolean poisons) {
    this.mostIdle = mostIdle;
    this.poisons = poisons;
  }

  /// An empty block whose array has room for at least so many bytes.
  public ChannelBlock take(int bytes) {
    ChannelBlock known = idle.poll();
    if (known == null) {
      known = new ChannelBlock(this);
    } else {
      idleCount.decrementAndGet();
    }
    byte[] array = known.takeBytes();
    known.begin(array.length < bytes ? new byte[bytes] : array, 0);
    return known;
  }

  /// Takes a block back that was released.
  void giveBack(ChannelBlock released) {
    if (poisons) {
      released.poison();
    }
    if (idleCount.incrementAndGet() <= mostIdle) {
      idle.add(released);
    } else {
      idleCount.decrementAndGet();
    }
  }
}
