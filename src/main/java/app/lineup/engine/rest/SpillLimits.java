package app.lineup.engine.rest;

/// How much of a disk spilling may take. Immutable.
///
/// @param quotaBytes   how much all files of a [SpillSpace] may have together
/// @param reserveBytes how much stays free on the disk: no file is begun with less
public record SpillLimits(long quotaBytes, long reserveBytes) {

  /// Room for some 60 million channels, and enough left for the system to go on.
  public static final SpillLimits USUAL = new SpillLimits(20_000_000_000L, 200_000_000);

  public SpillLimits {
    if (quotaBytes < 0 || reserveBytes < 0) {
      throw new IllegalArgumentException("less than nothing: " + quotaBytes + ", " + reserveBytes);
    }
  }
}
