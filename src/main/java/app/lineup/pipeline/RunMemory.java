package app.lineup.pipeline;

import app.lineup.engine.memory.MemoryPressureLevel;

/// How much memory there is for a run. What counts is what a collection of the JVM leaves: data of the program and of
/// the run. Immutable.
///
/// @param limitBytes   how much the program may use with the run
/// @param restingBytes how much of it the program uses without
public record RunMemory(long limitBytes, long restingBytes) {

  /// How much a run may hold, 0 or more, before what nobody holds any more is let go (see `MemoryMonitor`).
  long untilCollected() {
    return Math.max(0, Math.round(limitBytes * MemoryPressureLevel.HIGH.from()) - restingBytes);
  }

  /// The pressure with a run that holds so much.
  MemoryPressureLevel pressure(long bytes) {
    MemoryPressureLevel highest = MemoryPressureLevel.OPTIMAL;
    for (MemoryPressureLevel level : MemoryPressureLevel.values()) {
      highest = restingBytes + bytes >= level.from() * limitBytes ? level : highest;
    }
    return highest;
  }
}
