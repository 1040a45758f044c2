package app.lineup.engine.watch;

import org.jspecify.annotations.Nullable;

/// A piece of a thread's time that counts for one stage. Where what is done for one stage asks for what another does,
/// the first one's clock stands still meanwhile, so that no time counts twice; what is waited for counts for nobody, if
/// it is another thread of the program. Disks, servers and pipes that are waited for count.
///
/// Made and closed for each block, not for each item. Not thread-safe; used by the thread that made it; to be closed
/// by it in the reverse order.
public final class BusyTime implements AutoCloseable {

  private static final ThreadLocal<@Nullable BusyTime> NOW = new ThreadLocal<>();

  private final @Nullable StageMeter meter;
  private final @Nullable BusyTime around;
  private long since;

  private BusyTime(@Nullable StageMeter meter) {
    this.meter = meter;
    this.around = NOW.get();
    this.since = System.nanoTime();
    if (around != null) {
      around.stop(since);
    }
    NOW.set(this);
  }

  /// From here on this thread works for the stage of `meter`.
  public static BusyTime of(StageMeter meter) {
    return new BusyTime(meter);
  }

  /// From here on this thread works for no stage: it waits for another one, or hands on.
  public static BusyTime ofNobody() {
    return new BusyTime(null);
  }

  private void stop(long now) {
    if (meter != null) {
      meter.addBusy(now - since);
    }
  }

  /// The stage that was worked for before goes on.
  @Override
  public void close() {
    long now = System.nanoTime();
    stop(now);
    if (around == null) {
      NOW.remove();
    } else {
      around.since = now;
      NOW.set(around);
    }
  }
}
