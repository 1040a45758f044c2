package app.lineup.engine.memory;

/// A share of the limit at which the holders of leases are told.
enum LeaseMark {
  WARNING(0.80),
  SPILL(0.90),
  SHRINK(0.95),
  RELEASE(0.98);

  private final double share;

  LeaseMark(double share) {
    this.share = share;
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
