package app.lineup.pipeline.load;

import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryPressureLevel;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Declares the blocks that are alive, from the first one on; a pass over the lists that has not begun needs no
/// allowance. Where the allowance runs out blocks become smaller, one level further at each alarm, for the rest of the
/// pass. Thread-safe.
final class BlocksLease implements LongConsumer, LeaseAlarms, AutoCloseable {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.20;

  private final LeaseBook leases;
  private volatile int levels;
  private volatile long heldBytes;
  private volatile long shrunkAt;
  private @Nullable MemoryLease lease;
  private boolean closed;

  BlocksLease(LeaseBook leases) {
    this.leases = leases;
  }

  /// Declares so many bytes of blocks. What is written from a block takes about as much again. Blocks cannot be given
  /// up: a refusal has made others do so.
  @Override
  public void accept(long bytes) {
    heldBytes = bytes;
    if (levels > 0 && bytes < shrunkAt / 2) {
      levels = 0;
    }
    MemoryLease open = open();
    if (open != null) {
      boolean _ = open.trySetBytes(2 * bytes);
    }
  }

  private synchronized @Nullable MemoryLease open() {
    if (lease == null && !closed) {
      lease = leases.open("blocks of channels", ALLOWANCE, this);
    }
    return lease;
  }

  /// Blocks are smaller until half of them are given back.
  @Override
  public void onShrink() {
    levels = 1;
    shrunkAt = heldBytes;
  }

  @Override
  public void onRelease() {
    onShrink();
  }

  /// The level that blocks are made for at this pressure.
  MemoryPressureLevel under(MemoryPressureLevel level) {
    MemoryPressureLevel[] all = MemoryPressureLevel.values();
    return all[Math.min(all.length - 1, level.ordinal() + levels)];
  }

  @Override
  public synchronized void close() {
    closed = true;
    MemoryLease open = lease;
    lease = null;
    if (open != null) {
      open.close();
    }
  }
}
