package app.lineup.pipeline.number;

import app.lineup.model.NumberRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers that some channels share, and which of them may still be free. Not thread-safe.
final class Zone {

  private final String group;
  private final int first;
  private final int last;
  private final List<NumberRange> closed;
  private final @Nullable Zone next;
  private int free;

  /// @param group  whose numbers these are, for the report
  /// @param first  the first that is given out
  /// @param last   the last that is given out
  /// @param closed the ranges whose numbers no channel of the zone gets, nor keeps
  /// @param next   where to look when it is full
  Zone(String group, int first, int last, List<NumberRange> closed, @Nullable Zone next) {
    this.group = group;
    this.first = first;
    this.last = last;
    this.closed = closed;
    this.next = next;
    this.free = first;
  }

  String group() {
    return group;
  }

  @Nullable Zone next() {
    return next;
  }

  /// Whether a channel of the zone may keep this number.
  boolean admits(int major) {
    if (closed.isEmpty()) {
      return true;
    }
    for (NumberRange range : closed) {
      if (range.has(major)) {
        return false;
      }
    }
    return true;
  }

  /// The lowest free number from here on, 0 where there is none; it is taken.
  int take(TakenNumbers taken) {
    free = open(taken.nextFree(free));
    while (free <= last && !taken.isFree(free)) {
      free = open(taken.nextFree(free));
    }
    if (free > last) {
      return 0;
    }
    boolean _ = taken.take(free, 0);
    return free;
  }

  /// The first number from here on that lies in no closed range.
  private int open(int from) {
    if (closed.isEmpty()) {
      return from;
    }
    int number = from;
    for (boolean moved = true; moved; ) {
      moved = false;
      for (NumberRange range : closed) {
        if (range.has(number)) {
          number = range.last() + 1;
          moved = true;
        }
      }
    }
    return number;
  }

  /// Whether the number is one of those that it gives out.
  boolean has(int number) {
    return number >= first && number <= last;
  }
}
