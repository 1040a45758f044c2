package app.lineup.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Judges by RSS less its value when this was made, for those who live under a container's limit (decision 24). It
/// seldom falls, so a level that was reached is seldom left. Where the system does not say the RSS, live memory counts.
/// Thread-safe.
public final class RssGauge implements MemoryGauge {

  /// A question takes a tenth of a millisecond, and under pressure pulls are many and small.
  private static final Duration APART = Duration.ofMillis(20);

  private final MemoryGauge process;
  private final InstantSource clock;
  private final long startBytes;
  private volatile Asked last;

  /// The RSS as it was when it was asked for.
  private record Asked(Instant at, long bytes) {}

  /// @param process says RSS and live memory
  public RssGauge(MemoryGauge process, InstantSource clock) {
    this.process = process;
    this.clock = clock;
    this.last = new Asked(clock.instant(), process.rssBytes());
    this.startBytes = last.bytes();
  }

  @Override
  public long rssBytes() {
    return process.rssBytes();
  }

  @Override
  public long usedBytes() {
    if (startBytes == 0) {
      return process.usedBytes();
    }
    Asked known = last;
    Instant now = clock.instant();
    if (!now.isBefore(known.at().plus(APART))) {
      known = new Asked(now, process.rssBytes());
      last = known;
    }
    return Math.max(0, known.bytes() - startBytes);
  }

  @Override
  public boolean isCollected() {
    return startBytes != 0 || process.isCollected();
  }

  @Override
  public long mostBytes() {
    return process.mostBytes();
  }
}
