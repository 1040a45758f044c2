package app.lineup.engine.memory;

/// What a holder does when it comes near its own allowance (see [LeaseMark]). Each alarm is told once when its mark is
/// passed, and again after the share was [MemoryPressureLevel#SLACK] below the mark.
///
/// Called on whichever thread asked for more, with no lock held: note it and do it at the next chunk, or release at
/// once what any thread may release. An alarm may set its own lease lower, never higher; it throws nothing.
public interface LeaseAlarms {

  /// Does nothing at any mark.
  LeaseAlarms NONE = new LeaseAlarms() {};

  /// 80 % of the allowance is held.
  default void onWarning() {}

  /// 90 %: what can go to disk goes there.
  default void onSpill() {}

  /// 95 %: chunks shrink, caches are dropped.
  default void onShrink() {}

  /// 98 %: everything that can be released is. Told also to all holders each time somebody asks for
  /// more than the limit of all allows.
  default void onRelease() {}
}
