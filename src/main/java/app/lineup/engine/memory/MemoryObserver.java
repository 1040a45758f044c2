package app.lineup.engine.memory;

/// Hears of memory pressure. Called on whichever thread weighed, one call at a time: return quickly, throw nothing.
@FunctionalInterface
public interface MemoryObserver {

  /// The level is another than before. Told once for each change.
  ///
  /// @param now    the reading that changed it, with the new level
  /// @param before the level until now
  void onPressure(MemoryReading now, MemoryPressureLevel before);

  /// A holder of data passed a mark of its allowance. May be called by several threads at once.
  default void onAlarm(LeaseAlarm alarm) {}
}
