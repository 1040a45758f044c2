package app.lineup.engine.memory;

/// What a holder does when all leases together come near their limit (the original's four marks). Each alarm is told once
/// when its mark is passed, and again after the sum was [MemoryPressureLevel#SLACK] below the mark.
///
/// Called on whichever thread asked for more, with no lock held: note it and do it at the next chunk, or release at once
/// what any thread may release. An alarm may set its own lease lower, never higher; it throws nothing.
public interface LeaseAlarms {

  /// Does nothing at any mark.
  LeaseAlarms NONE = new LeaseAlarms() {};

  /// 80 % of the limit is held.
  default void onWarning() {}

  /// 90 %: what can go to disk goes there.
  default void onSpill() {}

  /// 95 %: chunks shrink, caches are dropped.
  default void onShrink() {}

  /// 98 %: everything that can be released is. Told also each time somebody asks for more than the limit allows.
  default void onRelease() {}
}
