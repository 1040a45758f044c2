package app.lineup.model;

/// How channels get their numbers (DESIGN §6).
public sealed interface Numbering {

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
}
