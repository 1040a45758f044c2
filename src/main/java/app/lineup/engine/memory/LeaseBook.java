package app.lineup.engine.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Who holds how much, all together against one limit, and each against an allowance of its own. Thread-safe; alarms
/// are told with no lock held.
///
/// The allowances that are open sum to at most [#SHARED] of the limit, so that the alarms of a lease, which are shares
/// of its allowance, come before the levels of [MemoryPressureLevel]. The bytes are part of the heap that a
/// [MemoryGauge] weighs; they come on top of nothing (see [MemoryMonitor]).
public final class LeaseBook {

  /// The share of the limit that all allowances make up at most.
  static final double SHARED = 0.6;

  private final LongSupplier limitBytes;
  private final Consumer<LeaseAlarm> told;
  private final Set<Lease> open = new LinkedHashSet<>();
  private long total;

  /// @param limitBytes how much may be held in all, as it is now
  /// @param told       hears of each alarm, on whichever thread asked for more
  LeaseBook(LongSupplier limitBytes, Consumer<LeaseAlarm> told) {
    this.limitBytes = limitBytes;
    this.told = told;
  }

  /// One whose alarms are told to the holders alone.
  public LeaseBook(LongSupplier limitBytes) {
    this(limitBytes, alarm -> {});
  }

  /// A lease that holds nothing yet.
  ///
  /// @param owner  what is held, for whoever looks into the book
  /// @param share  how much of the limit it asks for as its allowance, above 0; where all together ask for more than is
  ///     shared out, each gets as much less, until some are closed. It may hold more, and is told so
  /// @param alarms what the holder does when its allowance runs short
  public MemoryLease open(String owner, double share, LeaseAlarms alarms) {
    synchronized (this) {
      var lease = new Lease(owner, share, alarms);
      open.add(lease);
      return lease;
    }
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
    long allowance;
    List<LeaseMark> marks;
    boolean granted;
    synchronized (this) {
      double asked = open.stream().mapToDouble(one -> one.share).sum();
      allowance = Math.max(1, Math.round(limit * lease.share * Math.min(1, SHARED / Math.max(SHARED, asked))));
      granted = grant(lease, bytes, limit);
      marks = lease.passes(bytes, allowance);
    }
    marks.forEach(mark -> mark.tell(lease.alarms));
    if (!granted) {
      holdersNow().stream().filter(one -> one != lease || !marks.contains(LeaseMark.RELEASE))
          .forEach(one -> one.alarms.onRelease());
    }
    marks.forEach(mark -> told.accept(new LeaseAlarm(lease.owner, mark, bytes, allowance)));
    if (granted) {
      return true;
    }
    synchronized (this) {
      return grant(lease, bytes, limit);
    }
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

  private synchronized List<Lease> holdersNow() {
    return List.copyOf(open);
  }

  private final class Lease implements MemoryLease {

    private final String owner;
    private final double share;
    private final LeaseAlarms alarms;
    /// Guarded by the book.
    private long bytes;
    /// How many marks were passed and not left since. Guarded by the book.
    private int passed;

    private Lease(String owner, double share, LeaseAlarms alarms) {
      this.owner = owner;
      this.share = share;
      this.alarms = alarms;
    }

    /// The marks that are passed with so many bytes and were not before.
    private List<LeaseMark> passes(long now, long allowance) {
      int before = passed;
      passed = LeaseMark.passed((double) now / allowance, before);
      List<LeaseMark> marks = new ArrayList<>();
      for (int i = before; i < passed; i++) {
        marks.add(LeaseMark.values()[i]);
      }
      return marks;
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
