package app.lineup.engine.memory;

/// Hears of memory pressure. Called on whichever thread weighed, one call at a time: return quickly, throw nothing.
@FunctionalInterface
public interface MemoryObserver {

  /// The level is another than before. Told once for each change.
  ///
  /// @param now    the reading that changed it, with the new level
  /// @param before the level until now
  void onPressure(MemoryReading now, MemoryPressureLevel before);

  /// Memory runs short: the level rose to critical or beyond from one below. Told once each time, after the change.
  default void onWarning(long usedBytes, long limitBytes) {}
}
