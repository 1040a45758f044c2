package app.lineup.engine.strategy;

/// What a strategy costs, roughly, as it was measured; for forecasts and tables, never for a limit. Immutable.
///
/// @param fixedBytes     what it holds whatever passes
/// @param bytesAnItem    what it holds besides for each item of the run, 0 where it forgets what has passed
/// @param itemsPerSecond how fast it is on the machine that the project's figures come from, 0 where nobody measured
public record CostEstimate(long fixedBytes, double bytesAnItem, double itemsPerSecond) {

  /// Nobody measured it; it holds a chunk or two.
  public static final CostEstimate UNMEASURED = new CostEstimate(0, 0, 0);

  public CostEstimate {
    if (fixedBytes < 0 || bytesAnItem < 0 || itemsPerSecond < 0) {
      throw new IllegalArgumentException("a cost is not negative");
    }
  }

  /// How much it holds in a run of so many items.
  public long memoryBytes(long items) {
    return fixedBytes + Math.round(bytesAnItem * items);
  }
}
