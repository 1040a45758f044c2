package app.lineup.engine.memory;

import java.time.Instant;

/// How much memory the process takes at one moment. Immutable.
///
/// @param rssBytes   what the system counts as the process's own, 0 where it does not say
/// @param usedBytes  live memory: what pressure is judged by (decision 14)
/// @param limitBytes how much of it may be used, at least 1
/// @param level      the pressure that this means, with regard to the one before
/// @param at         when it was read
public record MemoryReading(
    long rssBytes, long usedBytes, long limitBytes, MemoryPressureLevel level, Instant at) {}
