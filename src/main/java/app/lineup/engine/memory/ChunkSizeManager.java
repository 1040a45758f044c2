package app.lineup.engine.memory;

/// How many items a pull may take: the one place that turns pressure into a chunk size. Thread-safe.
public final class ChunkSizeManager {

  private final MemoryMonitor monitor;

  public ChunkSizeManager(MemoryMonitor monitor) {
    this.monitor = monitor;
  }

  /// How many items the next pull may take, as the pressure is now.
  public int chunkItems() {
    return monitor.level().chunkItems();
  }
}
