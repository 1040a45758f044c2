package app.lineup.engine.memory;

import java.util.Locale;

/// A share of a lease's allowance at which its holder is told (decision 39).
public enum LeaseMark {
  /// It is said.
  WARNING(0.80),
  /// What can go to disk goes there.
  SPILL(0.90),
  /// Blocks shrink and caches are dropped.
  SHRINK(0.95),
  /// All that can be released is.
  RELEASE(0.98);

  private final double share;

  LeaseMark(double share) {
    this.share = share;
  }

  /// The name that events and texts use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How many marks are passed where so many were before: a mark counts until the share is
  /// [MemoryPressureLevel#SLACK] below it.
  static int passed(double share, int before) {
    int passed = 0;
    for (LeaseMark mark : values()) {
      double from = mark.share - (mark.ordinal() < before ? MemoryPressureLevel.SLACK : 0);
      passed += share >= from ? 1 : 0;
    }
    return passed;
  }

  void tell(LeaseAlarms alarms) {
    switch (this) {
      case WARNING -> alarms.onWarning();
      case SPILL -> alarms.onSpill();
      case SHRINK -> alarms.onShrink();
      case RELEASE -> alarms.onRelease();
    }
  }
}
