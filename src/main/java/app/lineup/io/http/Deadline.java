package app.lineup.io.http;

import java.time.Duration;

/// The moment at which a whole fetch must be done. Immutable.
///
/// @param atNanos on the clock of [System#nanoTime]
record Deadline(long atNanos) {

  static Deadline in(Duration total) {
    return new Deadline(System.nanoTime() + total.toNanos());
  }

  boolean isPast() {
    return atNanos - System.nanoTime() <= 0;
  }

  /// `limit`, or what is left where that is less.
  Duration atMost(Duration limit) {
    var left = Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    return left.compareTo(limit) < 0 ? left : limit;
  }
}
