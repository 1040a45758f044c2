package app.lineup.engine.memory;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Says what a test wants. Thread-safe.
public final class FakeGauge implements MemoryGauge {

  private volatile LongSupplier used = () -> 0;
  private volatile long rss;
  private volatile long most = Long.MAX_VALUE;

  /// A monitor under which nothing ever makes pressure: how much the tests before left in memory is no matter of a run.
  public static MemoryMonitor calm() {
    return new MemoryMonitor(new FakeGauge(), MemoryMonitor.DEFAULT_BUDGET_BYTES, InstantSource.system());
  }

  public FakeGauge used(LongSupplier bytes) {
    used = bytes;
    return this;
  }

  public FakeGauge used(long bytes) {
    return used(() -> bytes);
  }

  public FakeGauge rss(long bytes) {
    rss = bytes;
    return this;
  }

  public FakeGauge most(long bytes) {
    most = bytes;
    return this;
  }

  @Override
  public long rssBytes() {
    return rss;
  }

  @Override
  public long usedBytes() {
    return used.getAsLong();
  }

  @Override
  public long mostBytes() {
    return most;
  }
}
