package app.lineup.engine.strategy;

/// What a strategy costs, roughly, as it was measured; for first choices, forecasts and tables, never for a limit.
/// Immutable.
///
/// @param fixedBytes     what it holds whatever passes
/// @param bytesAnItem    what it holds besides for each item of the run, 0 where it forgets what has passed
/// @param copies         how often it holds the bytes of each item besides, 0 where it forgets what has passed
/// @param copiesOnDisk   how often it writes the bytes of each item to the disk, whatever the memory
/// @param itemsPerSecond how fast it is on the machine that the project's figures come from, 0 where nobody measured
public record CostEstimate(
    long fixedBytes, double bytesAnItem, double copies, double copiesOnDisk, double itemsPerSecond) {

  /// Nobody measured it; it holds a chunk or two.
  public static final CostEstimate UNMEASURED = new CostEstimate(0, 0, 0, 0, 0);

  public CostEstimate {
    if (fixedBytes < 0 || bytesAnItem < 0 || copies < 0 || copiesOnDisk < 0 || itemsPerSecond < 0) {
      throw new IllegalArgumentException("a cost is not negative");
    }
  }

  /// That of a strategy which forgets what has passed.
  public static CostEstimate passing(long fixedBytes, double itemsPerSecond) {
    return new CostEstimate(fixedBytes, 0, 0, 0, itemsPerSecond);
  }

  /// That of a strategy which holds every item once, with so many bytes of objects around its own.
  public static CostEstimate holding(double bytesAnItem, double itemsPerSecond) {
    return new CostEstimate(0, bytesAnItem, 1, 0, itemsPerSecond);
  }

  /// How much of what passes it holds, in a run of so many items.
  public long heldBytes(long items, long bytes) {
    return Math.round(bytesAnItem * items + copies * bytes);
  }

  /// How much memory it takes in a run of so many items.
  public long memoryBytes(long items, long bytes) {
    return fixedBytes + heldBytes(items, bytes);
  }

  /// How much it writes to the disk in a run of so many bytes.
  public long diskBytes(long bytes) {
    return Math.round(copiesOnDisk * bytes);
  }

  /// How long so many items take it; nothing where nobody measured.
  public double seconds(long items) {
    return itemsPerSecond == 0 ? 0 : items / itemsPerSecond;
  }
}
