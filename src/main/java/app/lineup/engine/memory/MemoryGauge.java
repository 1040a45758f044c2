package app.lineup.engine.memory;

/// Says how much memory is taken. Thread-safe.
public interface MemoryGauge {

  /// What the system counts as the process's own, 0 where it does not say. Takes a tenth of a millisecond.
  long rssBytes();

  /// Live memory: what pressure is judged by. Cheap enough to be asked in each pull.
  long usedBytes();

  /// What live memory may grow to before the JVM gives up.
  long mostBytes();

  /// Whether [#usedBytes] is what a collection left. Before the first one, what a program needed to start is counted,
  /// too.
  default boolean isCollected() {
    return true;
  }

  /// Has what nobody holds any more let go, where the gauge would go on weighing it. May take some tenths of a second.
  default void collect() {}
}
