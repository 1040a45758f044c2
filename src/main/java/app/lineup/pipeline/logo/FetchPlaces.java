package app.lineup.pipeline.logo;

import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.DeclaredWeight;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Places for fetches: before each one the memory pressure is asked how many there may be at once, or whether any. Each
/// is declared on a lease with the bytes that a logo counts for; where the lease grants none, one is let in all the
/// same, so that a run gets to its end. Safe for many threads.
final class FetchPlaces implements LeaseAlarms, AutoCloseable {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.10;

  private final MemoryMonitor memory;
  private final MemoryLease lease;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition left = lock.newCondition();
  private int taken;
  private volatile boolean shortOfMemory;

  FetchPlaces(MemoryMonitor memory) {
    this.memory = memory;
    this.lease = memory.leases().open("logos on their way", ALLOWANCE, this);
  }

  /// Waits for a place and takes it, to be given back with [#leave].
  ///
  /// @param most how many may be taken at once, whatever the pressure
  /// @return false where the pressure, as it is when it would be this one's turn, allows no fetch: no place was taken
  /// @throws InterruptedException if the thread was interrupted; no place was taken
  boolean enter(int most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        int atOnce = Math.min(most, PrefetchRow.atOnce(memory.level()));
        if (atOnce == 0) {
          return false;
        }
        if (taken == 0) {
          shortOfMemory = false;
          boolean _ = declare(1);
          break;
        }
        if (!shortOfMemory && taken < atOnce && declare(taken + 1)) {
          break;
        }
        left.await();
      }
      taken++;
      return true;
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

  /// From here on no fetch is begun until those under way have ended.
  @Override
  public void onShrink() {
    shortOfMemory = true;
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
