package app.lineup.engine.memory;

import java.time.Instant;

/// How much memory the process takes at one moment. Immutable.
///
/// @param rssBytes   what the system counts as the process's own, 0 where it does not say
/// @param usedBytes  live memory: what pressure is judged by (DESIGN §4.2)
/// @param limitBytes how much of it may be used, at least 1
/// @param at         when it was read
public record MemoryReading(long rssBytes, long usedBytes, long limitBytes, Instant at) {

  /// The pressure that this reading means by itself, without regard to the one before.
  public MemoryPressureLevel level() {
    return MemoryPressureLevel.of((double) usedBytes / limitBytes);
  }
}
