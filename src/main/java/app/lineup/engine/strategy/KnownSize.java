package app.lineup.engine.strategy;

import java.util.OptionalLong;

/// How large what a run reads is, as far as that is known before it begins. Immutable.
///
/// @param items how many items there are
/// @param bytes how many bytes there are
public record KnownSize(OptionalLong items, OptionalLong bytes) {

  /// Nobody knows.
  public static final KnownSize UNKNOWN = new KnownSize(OptionalLong.empty(), OptionalLong.empty());

  // The original's marks.
  private static final long SMALL_BYTES = 50_000_000;
  private static final long SMALL_ITEMS = 25_000;
  private static final long MIDDLE_BYTES = 500_000_000;
  private static final long MIDDLE_ITEMS = 250_000;

  /// The mode that holds the most of those that fit: everything where it is small, a chunk at a time where it is large.
  public ProcessingMode most() {
    if (isBelow(SMALL_ITEMS, SMALL_BYTES)) {
      return ProcessingMode.BATCH;
    }
    return isUnknown() || isBelow(MIDDLE_ITEMS, MIDDLE_BYTES) ? ProcessingMode.HYBRID : ProcessingMode.STREAMING;
  }

  /// Whether nobody knows anything of it.
  boolean isUnknown() {
    return items.isEmpty() && bytes.isEmpty();
  }

  private boolean isBelow(long mostItems, long mostBytes) {
    return items.isPresent() && items.getAsLong() < mostItems || bytes.isPresent() && bytes.getAsLong() < mostBytes;
  }
}
