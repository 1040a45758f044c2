package app.lineup.engine.memory;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Weighs the process against its budget and says how much pressure that means. The level rises at its marks and is
/// left only five points below them, so that it does not flutter; observers are told once for each change.
/// Thread-safe.
///
/// What [#leases] hold is heap, which a gauge weighs only when it was collected: until its figure changes, what the
/// leases have grown by since it came counts as used too. A lease that shrinks leaves garbage, which counts until it is
/// collected.
public final class MemoryMonitor {

  /// What a run may use where nobody says otherwise.
  public static final long DEFAULT_BUDGET_BYTES = 512_000_000;

  /// What a command holds once its start was collected.
  private static final long PROGRAM_BYTES = 4_200_000;
  /// A collection is asked for again when this part of the limit has come since the one before.
  private static final int COLLECTED_SHARE = 4;

  private final MemoryGauge gauge;
  private final InstantSource clock;
  private final List<MemoryObserver> observers = new CopyOnWriteArrayList<>();
  private final LeaseBook leases = new LeaseBook(this::limitBytes,
      alarm -> observers.forEach(observer -> observer.onAlarm(alarm)));
  private volatile Weighed weighed = new Weighed(-1, 0);
  private volatile long budgetBytes;
  private volatile long peakBytes;
  private volatile long collectedBytes;
  private final Lock collecting = new ReentrantLock();
  private volatile MemoryPressureLevel level = MemoryPressureLevel.OPTIMAL;

  /// A figure of the gauge, and what the leases held when it came.
  private record Weighed(long bytes, long leased) {}

  /// @param gauge       says how much is taken
  /// @param budgetBytes how much may be used, unless the JVM can have less
  public MemoryMonitor(MemoryGauge gauge, long budgetBytes, InstantSource clock) {
    this.gauge = gauge;
    this.clock = clock;
    this.budgetBytes = budgetBytes;
  }

  /// Weighs this process against the usual budget.
  public static MemoryMonitor ofProcess() {
    return new MemoryMonitor(new ProcessGauge(), DEFAULT_BUDGET_BYTES, InstantSource.system());
  }

  /// Sets how much may be used from the next reading on.
  public void budget(long bytes) {
    budgetBytes = bytes;
  }

  /// Weighs, for whoever only watches: nothing is collected for that.
  public MemoryReading now() {
    return weighed(gauge.rssBytes(), weighedBytes());
  }

  /// Weighs, and says only the pressure; cheap enough for each pull. Who asks may wait for a collection: never the
  /// window.
  public MemoryPressureLevel level() {
    long used = usedBytes();
    MemoryPressureLevel before = level;
    return before.next(share(used)) == before ? before : weighed(gauge.rssBytes(), used).level();
  }

  /// Tells `observer` of each change until what this returns is closed.
  public Observation observe(MemoryObserver observer) {
    observers.add(observer);
    return () -> observers.remove(observer);
  }

  /// What is used. Before that is called pressure, what nobody holds any more is let go: the JVM would keep it until
  /// its heap is full, however small the budget is.
  private long usedBytes() {
    long used = weighedBytes();
    // What was left by the run before may be gone by now.
    collectedBytes = Math.min(collectedBytes, used);
    long limit = limitBytes();
    if (used >= MemoryPressureLevel.HIGH.from() * limit && used - collectedBytes > limit / COLLECTED_SHARE
        && collecting.tryLock()) {
      try {
        gauge.collect();
        used = weighedBytes();
        collectedBytes = used;
      } finally {
        collecting.unlock();
      }
    }
    if (used > peakBytes) {
      peakBytes = used;
    }
    return used;
  }

  /// What the gauge weighed, and what leases grew by since; at least what they hold, all of which is heap.
  private long weighedBytes() {
    long bytes = gauge.usedBytes();
    long leased = leases.bytes();
    Weighed last = weighed;
    if (last.bytes() != bytes) {
      last = new Weighed(bytes, leased);
      weighed = last;
    }
    return Math.max(leased, bytes + Math.max(0, leased - last.leased()));
  }

  /// Forgets the peak until now: it is what is used now.
  ///
  /// @return how many bytes that are
  public long beginPeak() {
    peakBytes = 0;
    return usedBytes();
  }

  /// What the program holds without a run, as far as that is known: [#beginPeak] before the first collection counts
  /// what the program needed to start, most of which is nobody's any more.
  ///
  /// @param usedBytes what is used
  public long heldOf(long usedBytes) {
    return gauge.isCollected() ? usedBytes : Math.min(usedBytes, PROGRAM_BYTES);
  }

  /// The most bytes that were found in use since [#beginPeak], by whoever asked. Where several threads ask at a time,
  /// one of two peaks may be missed.
  public long peakBytes() {
    return peakBytes;
  }

  /// Told under the lock, so that all observers hear of all changes in their order.
  private synchronized MemoryReading weighed(long rss, long used) {
    MemoryPressureLevel before = level;
    MemoryPressureLevel now = before.next(share(used));
    var reading = new MemoryReading(rss, used, limitBytes(), now, clock.instant());
    if (now != before) {
      level = now;
      observers.forEach(observer -> observer.onPressure(reading, before));
    }
    return reading;
  }

  private double share(long used) {
    return (double) used / limitBytes();
  }

  /// The leases of everybody who is weighed, against the same limit.
  public LeaseBook leases() {
    return leases;
  }

  /// How much may be used, as it is now.
  public long limitBytes() {
    return Math.max(1, Math.min(budgetBytes, gauge.mostBytes()));
  }

  /// An observer's time, ended by closing it.
  @FunctionalInterface
  public interface Observation extends AutoCloseable {
    @Override
    void close();
  }
}
