package app.lineup.engine.memory;

/// How much of its memory a run uses, in the five steps of the original, with the chunk size that each allows
/// (DESIGN §4.2; the only table of its kind).
public enum MemoryPressureLevel {
  /// Below 50 % of the limit.
  OPTIMAL(2000),
  /// 50 to 70 %.
  MODERATE(1000),
  /// 70 to 85 %.
  HIGH(250),
  /// 85 to 95 %.
  CRITICAL(100),
  /// Above 95 %.
  EMERGENCY(20);

  private final int chunkItems;

  MemoryPressureLevel(int chunkItems) {
    this.chunkItems = chunkItems;
  }

  /// How many items one pull asks for at this level.
  public int chunkItems() {
    return chunkItems;
  }
}
