package app.lineup.stages.logo;

import app.lineup.engine.accumulate.DeclaredWeight;
import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryMonitor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Places for fetches: as many at once as there is memory for, each declared on a lease with the bytes that a logo counts for.
/// One is always let in, so that a run gets to its end however short memory is. Safe for many threads.
final class FetchPlaces implements LeaseAlarms, AutoCloseable {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.10;

  static final int AT_ONCE = 16;

  private final MemoryMonitor memory;
  private final Runnable dropCaches;
  private final MemoryLease lease;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition left = lock.newCondition();
  private int taken;
  private volatile boolean shortOfMemory;

  /// @param dropCaches lets go of what is only kept to be quicker; may be done on any thread
  FetchPlaces(MemoryMonitor memory, Runnable dropCaches) {
    this.memory = memory;
    this.dropCaches = dropCaches;
    this.lease = memory.leases().open("logos on their way", ALLOWANCE, this);
  }

  /// How many fetches there may be at once now.
  private int most() {
    if (shortOfMemory) {
      return 1;
    }
    return switch (memory.level()) {
      case OPTIMAL, MODERATE -> AT_ONCE;
      case HIGH -> AT_ONCE / 2;
      case CRITICAL -> 2;
      case EMERGENCY -> 1;
    };
  }

  /// Waits for a place and takes it.
  void enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (taken > 0 && (taken >= most() || !declare(taken + 1))) {
        left.await();
      }
      if (taken == 0) {
        shortOfMemory = false;
        boolean _ = declare(1);
      }
      taken++;
    } finally {
      lock.unlock();
    }
  }

  /// Gives a place back.
  void leave() {
    lock.lock();
    try {
      taken--;
      boolean _ = declare(taken);
      // All of them: how many there may be can have grown.
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean declare(int fetches) {
    return lease.trySetBytes(fetches * DeclaredWeight.LOGO.bytes());
  }

  @Override
  public void onShrink() {
    shortOfMemory = true;
    dropCaches.run();
  }

  @Override
  public void onRelease() {
    onShrink();
  }

  @Override
  public void close() {
    lease.close();
  }
}
