package app.lineup.model;

import java.util.List;

/// How channels get their numbers (decisions 3, 25 and 32).
public sealed interface Numbering {

  /// Whether channels keep numbers of their own, so that all claims have to be known before the first number is given.
  default boolean keepsOwn() {
    return this instanceof Keep || this instanceof Ranges;
  }

  /// Entries keep what they say; not a byte is touched.
  record None() implements Numbering {}

  /// Every valid own number claims first; a clash goes to the first in order; the others get the lowest free numbers.
  record Keep() implements Numbering {}

  /// One number after the other.
  ///
  /// @param first the first number, 1 to 99,999,999
  record From(int first) implements Numbering {
    public From {
      if (first < 1 || first > ChannelNumber.MAX_MAJOR) {
        throw new IllegalArgumentException("numbers go from 1 to " + ChannelNumber.MAX_MAJOR);
      }
    }
  }

  /// Each group has numbers of its own. In its range a channel keeps its own valid number, and the others get the
  /// lowest free ones, as with [Keep]. Where a range is full, and for groups that have none, it is the range of the
  /// others; and where that is full or there is none, what comes after all ranges (before and between them where one
  /// has no end).
  ///
  /// @param ranges one a group, none overlapping another; at least one
  record Ranges(List<NumberRange> ranges) implements Numbering {
    public Ranges {
      ranges = List.copyOf(ranges);
      if (ranges.isEmpty() || NumberRange.clash(ranges).isPresent()) {
        throw new IllegalArgumentException("no ranges, or two that clash: " + ranges);
      }
    }
  }
}
