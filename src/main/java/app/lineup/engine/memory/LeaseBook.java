package app.lineup.engine.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/// Who holds how much, all together against one limit. Thread-safe; alarms are told with no lock held.
///
/// The bytes are part of the heap that a [MemoryGauge] weighs; they come on top of nothing (see [MemoryMonitor]).
public final class LeaseBook {

  private final LongSupplier limitBytes;
  private final Set<Lease> open = new LinkedHashSet<>();
  private long total;
  private int passed;

  /// @param limitBytes how much may be held in all, as it is now
  public LeaseBook(LongSupplier limitBytes) {
    this.limitBytes = limitBytes;
  }

  /// A lease that holds nothing yet.
  ///
  /// @param owner  what is held, for whoever looks into the book
  /// @param alarms what the holder does when memory runs short
  public MemoryLease open(String owner, LeaseAlarms alarms) {
    var lease = new Lease(owner, alarms);
    synchronized (this) {
      open.add(lease);
    }
    return lease;
  }

  /// How much is held in all.
  public synchronized long bytes() {
    return total;
  }

  /// How much may be held in all, as it is now.
  public long limitBytes() {
    return Math.max(1, limitBytes.getAsLong());
  }

  /// Who holds how much, in the order in which they came.
  public synchronized List<String> holders() {
    return open.stream().map(lease -> lease.owner + ": " + lease.bytes).toList();
  }

  private boolean set(Lease lease, long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("nobody can hold " + bytes + " bytes");
    }
    long limit = limitBytes();
    List<LeaseMark> marks;
    boolean granted;
    synchronized (this) {
      granted = grant(lease, bytes, limit);
      marks = marks(granted ? total : total - lease.bytes + bytes, limit);
    }
    if (!granted && !marks.contains(LeaseMark.RELEASE)) {
      marks.add(LeaseMark.RELEASE);
    }
    marks.forEach(this::tell);
    if (granted) {
      return true;
    }
    synchronized (this) {
      return grant(lease, bytes, limit);
    }
  }

  /// The marks that are passed with this sum and were not before.
  private List<LeaseMark> marks(long sum, long limit) {
    int before = passed;
    passed = LeaseMark.passed((double) sum / limit, before);
    List<LeaseMark> now = new ArrayList<>();
    for (int i = before; i < passed; i++) {
      now.add(LeaseMark.values()[i]);
    }
    return now;
  }

  private boolean grant(Lease lease, long bytes, long limit) {
    long more = bytes - lease.bytes;
    if (more > 0) {
      if (!open.contains(lease)) {
        throw new IllegalStateException(lease.owner + " holds more after its lease was closed");
      }
      if (total + more > limit) {
        return false;
      }
    }
    lease.bytes = bytes;
    total += more;
    return true;
  }

  private void tell(LeaseMark mark) {
    List<Lease> all;
    synchronized (this) {
      all = List.copyOf(open);
    }
    all.forEach(lease -> mark.tell(lease.alarms));
  }

  private final class Lease implements MemoryLease {

    private final String owner;
    private final LeaseAlarms alarms;
    /// Guarded by the book.
    private long bytes;

    private Lease(String owner, LeaseAlarms alarms) {
      this.owner = owner;
      this.alarms = alarms;
    }

    @Override
    public boolean trySetBytes(long now) {
      return set(this, now);
    }

    @Override
    public long bytes() {
      synchronized (LeaseBook.this) {
        return bytes;
      }
    }

    @Override
    public void close() {
      set(this, 0);
      synchronized (LeaseBook.this) {
        open.remove(this);
      }
    }
  }
}
