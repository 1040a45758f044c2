package app.lineup.model.channel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/// Blocks that are used again once they were released, so that a run of any size makes a few of them. A block that
/// nobody releases is left to the garbage collector. Thread-safe.
public final class BlockPool implements AutoCloseable {

  /// Set for tests: what is in a released block is made unreadable, so that whoever still looks is found out.
  private static final boolean POISONS = Boolean.getBoolean("lineup.poisonReleasedBlocks");

  private static final int MOST_TOO_LARGE = 4;

  private final Queue<ChannelBlock> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private long alive;
  private boolean closed;
  private final int mostIdle;
  private final LongConsumer declared;

  /// @param mostIdle how many blocks are kept for later
  /// @param declared told how many bytes all blocks take that are in use or kept, as they were when they were taken or
  ///     given back, whenever that has changed, by whichever thread
  public BlockPool(int mostIdle, LongConsumer declared) {
    this.mostIdle = mostIdle;
    this.declared = declared;
  }

  /// One that keeps no block: each that is taken is a new one.
  public static BlockPool none() {
    return new BlockPool(0, bytes -> {});
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
    // Where blocks became smaller because memory is short, a large array would free nothing.
    boolean fits = array.length >= bytes && array.length / MOST_TOO_LARGE <= bytes;
    known.begin(fits ? array : new byte[bytes], 0);
    weigh(known, known.weight());
    return known;
  }

  /// One at a time, so that what is declared last is what there is.
  private synchronized void weigh(ChannelBlock block, long weight) {
    long more = block.declare(weight);
    if (more != 0 && !closed) {
      alive += more;
      declared.accept(alive);
    }
  }

  /// Nothing is declared any more, whoever still works on a block. May be called twice.
  @Override
  public synchronized void close() {
    closed = true;
  }

  /// Takes a block back that was released.
  void giveBack(ChannelBlock released) {
    if (POISONS) {
      released.poison();
    }
    if (idleCount.incrementAndGet() <= mostIdle) {
      weigh(released, released.weight());
      idle.add(released);
    } else {
      idleCount.decrementAndGet();
      weigh(released, 0);
    }
  }
}
