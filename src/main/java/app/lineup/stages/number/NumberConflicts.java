package app.lineup.stages.number;

import java.util.concurrent.atomic.LongAdder;

/// How many channels lost their own number to an earlier one. Thread-safe.
public final class NumberConflicts {

  private final LongAdder lost = new LongAdder();

  void add() {
    lost.increment();
  }

  /// How many so far.
  public long count() {
    return lost.sum();
  }
}
