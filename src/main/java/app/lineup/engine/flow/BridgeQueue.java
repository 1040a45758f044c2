package app.lineup.engine.flow;

import app.lineup.engine.watch.BusyTime;
import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The chunks that wait on a bridge. One thread puts, another takes; thread-safe.
///
/// A chunk keeps its permit until it is taken. Where the room shrinks, nothing is dropped: no more is let in until what
/// waits has become less.
final class BridgeQueue<T> {

  private record Parcel<T>(List<T> items, long weightBytes) {}

  private final Supplier<BridgeLimits> room;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Parcel<T>> parcels = new ArrayDeque<>();
  private long items;
  private long weightBytes;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;

  BridgeQueue(Supplier<BridgeLimits> room) {
    this.room = room;
  }

  /// Waits until a chunk may be put.
  ///
  /// @return how many items it should have, 0 once the queue is closed
  int awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        BridgeLimits now = room.get();
        if (parcels.isEmpty() || fits(now)) {
          return now.chunkItems();
        }
        changed.await();
      }
      return 0;
    } finally {
      lock.unlock();
    }
  }

  private boolean fits(BridgeLimits now) {
    return parcels.size() < now.chunks()
        && items + now.chunkItems() <= (long) now.chunks() * now.chunkItems()
        && weightBytes < now.weightBytes();
  }

  void put(List<T> chunk, long weight) {
    lock.lock();
    try {
      if (!closed) {
        parcels.add(new Parcel<>(chunk, weight));
        items += chunk.size();
        weightBytes += weight;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Says that nothing more will be put, because of a failure where there is one.
  void end(@Nullable Throwable why) {
    lock.lock();
    try {
      ended = true;
      failure = why;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next chunk; empty where there will be none.
  ///
  /// @param subject what is above, for the message that it is stuck
  /// @param alive   grows while something comes in above: then `patience` begins anew
  /// @throws PipelineException    if the other side failed, or nothing came within `patience`
  /// @throws InterruptedException if the run was cancelled
  List<T> take(String subject, Duration patience, LongSupplier alive) throws PipelineException, InterruptedException {
    lock.lockInterruptibly();
    try (var _ = BusyTime.ofNobody()) {
      long left = patience.toNanos();
      long before = alive.getAsLong();
      while (parcels.isEmpty() && !ended) {
        if (left <= 0) {
          long now = alive.getAsLong();
          if (now == before) {
            throw Stuck.failure(subject, patience);
          }
          before = now;
          left = patience.toNanos();
        }
        left = changed.awaitNanos(left);
      }
      Parcel<T> first = parcels.poll();
      if (first == null) {
        ThreadFailures.rethrow(failure);
        return List.of();
      }
      items -= first.items().size();
      weightBytes -= first.weightBytes();
      changed.signalAll();
      return first.items();
    } finally {
      lock.unlock();
    }
  }

  /// How many chunks wait.
  int depth() {
    lock.lock();
    try {
      return parcels.size();
    } finally {
      lock.unlock();
    }
  }

  /// Lets go of what waits and of who waits to put more. May be called twice.
  void close() {
    lock.lock();
    try {
      closed = true;
      ended = true;
      parcels.clear();
      items = 0;
      weightBytes = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
