package app.lineup.engine.accumulate;

import app.lineup.engine.flow.CrossedFailure;
import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The blocks that a [PackedAhead] keeps. One thread fills, another takes; thread-safe.
///
/// Where the room shrinks nothing is dropped: no more is read until what waits has become less.
final class PackedQueue implements LeaseAlarms {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.10;

  /// How long closing waits for the filler to notice; then its inputs are closed under it.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final LongSupplier roomBytes;
  private final MemoryLease lease;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<RecordBlock> blocks = new ArrayDeque<>();
  private long bytes;
  /// Somebody has claimed to fill; once that has begun, on which thread.
  private boolean claimed;
  private @Nullable Thread filler;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;
  private volatile boolean shortOfMemory;

  PackedQueue(LongSupplier roomBytes, LeaseBook leases) {
    this.roomBytes = roomBytes;
    this.lease = leases.open("read ahead, packed", ALLOWANCE, this);
  }

  @Override
  public void onSpill() {
    shortOfMemory = true;
  }

  @Override
  public void onRelease() {
    shortOfMemory = true;
  }

  /// Whether the caller shall have somebody fill.
  boolean claim() {
    lock.lock();
    try {
      if (claimed || ended || !hasRoom(roomBytes.getAsLong() / 2)) {
        return false;
      }
      claimed = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(long room) {
    if (blocks.isEmpty()) {
      shortOfMemory = false;
      return true;
    }
    return bytes < room && !shortOfMemory;
  }

  /// The caller is who fills.
  ///
  /// @return false if nobody shall
  boolean begin() {
    lock.lock();
    try {
      filler = closed ? null : Thread.currentThread();
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /// Keeps a block.
  ///
  /// @return whether the caller shall go on; if not, it fills no longer
  boolean put(RecordBlock block) {
    lock.lock();
    try {
      if (closed) {
        leave();
        return false;
      }
      blocks.add(block);
      bytes += block.bytes().length;
      changed.signalAll();
      if (!lease.trySetBytes(bytes)) {
        shortOfMemory = true;
      }
      if (hasRoom(roomBytes.getAsLong())) {
        return true;
      }
      leave();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Says that nothing more will come, because of a failure where there is one.
  void end(@Nullable Throwable why) {
    lock.lock();
    try {
      if (!closed) {
        ended = true;
        failure = why;
      }
      leave();
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    filler = null;
    claimed = false;
    if (closed) {
      // It was meant for the filling, not for what the thread does next.
      boolean _ = Thread.interrupted();
    }
    changed.signalAll();
  }

  /// The next block; empty where there will be none.
  ///
  /// @throws PipelineException    if filling failed; what was read before comes first
  /// @throws InterruptedException if the run was cancelled
  Optional<RecordBlock> take() throws PipelineException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (blocks.isEmpty() && !ended) {
        changed.await();
      }
      RecordBlock first = blocks.poll();
      if (first == null) {
        CrossedFailure.rethrow(failure);
        return Optional.empty();
      }
      bytes -= first.bytes().length;
      boolean _ = lease.trySetBytes(bytes);
      return Optional.of(first);
    } finally {
      lock.unlock();
    }
  }

  /// Lets go of what waits, and stops who fills and waits for it. May be called twice.
  void close() {
    boolean interrupted = Thread.interrupted();
    lock.lock();
    try {
      closed = true;
      ended = true;
      blocks.clear();
      bytes = 0;
      lease.close();
      if (filler != null) {
        filler.interrupt();
      }
      long left = PATIENCE.toNanos();
      while (filler != null && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      interrupted = true;
    } finally {
      lock.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
