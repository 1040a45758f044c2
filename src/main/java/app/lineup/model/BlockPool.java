package app.lineup.model;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Blocks that are used again once they were released, so that a run of any size makes a few of them. A block that nobody
/// releases is left to the garbage collector. Thread-safe.
public final class BlockPool {

  /// Set for tests: what is in a released block is made unreadable, so that whoever still looks is found out.
  private static final boolean POISONS = Boolean.getBoolean("lineup.poisonReleasedBlocks");

  private final Queue<ChannelBlock> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private final int mostIdle;

  /// @param mostIdle how many blocks are kept for later
  public BlockPool(int mostIdle) {
    this.mostIdle = mostIdle;
  }

  /// One that keeps no block: each that is taken is a new one.
  public static BlockPool none() {
    return new BlockPool(0);
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
    if (POISONS) {
      released.poison();
    }
    if (idleCount.incrementAndGet() <= mostIdle) {
      idle.add(released);
    } else {
      idleCount.decrementAndGet();
    }
  }
}
