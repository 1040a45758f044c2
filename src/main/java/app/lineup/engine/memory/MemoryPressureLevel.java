package app.lineup.engine.memory;

/// How much of its memory a run uses, in the five steps of the original, with the chunk size that each allows
/// (DESIGN §4.2; the only table of its kind).
public enum MemoryPressureLevel {
  /// Below 50 % of the limit.
  OPTIMAL(0, 2000),
  /// 50 to 70 %.
  MODERATE(0.50, 1000),
  /// 70 to 85 %.
  HIGH(0.70, 250),
  /// 85 to 95 %.
  CRITICAL(0.85, 100),
  /// Above 95 %.
  EMERGENCY(0.95, 20);

  private final double from;
  private final int chunkItems;

  MemoryPressureLevel(double from, int chunkItems) {
    this.from = from;
    this.chunkItems = chunkItems;
  }

  /// The level of a share of the limit.
  ///
  /// @param share used memory by its limit, 0 to 1 and beyond
  public static MemoryPressureLevel of(double share) {
    MemoryPressureLevel level = OPTIMAL;
    for (MemoryPressureLevel next : values()) {
      level = share >= next.from ? next : level;
    }
    return level;
  }

  /// The share of the limit from which on it is this level, 0 to 1.
  public double from() {
    return from;
  }

  /// How many items one pull asks for at this level.
  public int chunkItems() {
    return chunkItems;
  }
}
