package app.lineup.engine.memory;

import java.util.function.LongSupplier;

/// Says what a test wants. Thread-safe.
public final class FakeGauge implements MemoryGauge {

  private volatile LongSupplier used = () -> 0;
  private volatile long rss;
  private volatile long most = Long.MAX_VALUE;

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
