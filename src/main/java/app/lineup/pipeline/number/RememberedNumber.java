package app.lineup.pipeline.number;

import app.lineup.model.ChannelNumber;

/// A number that a channel was published with, in one `long`, since there may be millions. The layout is the file's.
public final class RememberedNumber {

  private static final int MINOR_BITS = 14;
  private static final int NUMBER_BITS = MINOR_BITS + 27;
  private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
  /// Nobody counts further.
  public static final int MOST_MISSED = 0xFFFF;
  /// Part of no file: the channel is in the run that is under way.
  private static final long SEEN = 1L << 62;

  private RememberedNumber() {}

  /// The number of a channel of this run; never 0.
  public static long seen(ChannelNumber number) {
    return SEEN | packed(number);
  }

  private static long packed(ChannelNumber number) {
    return (long) number.major() << MINOR_BITS | number.minor();
  }

  static boolean isSeen(long remembered) {
    return (remembered & SEEN) != 0;
  }

  /// Whether it is this number, whenever that was.
  static boolean is(long remembered, ChannelNumber number) {
    return (remembered & NUMBER_MASK) == packed(number);
  }

  /// The number itself.
  public static ChannelNumber number(long remembered) {
    long number = remembered & NUMBER_MASK;
    return new ChannelNumber((int) (number >>> MINOR_BITS), (int) (number & (1 << MINOR_BITS) - 1));
  }

  /// In how many runs, one after the other, the channel was missed.
  static int missed(long remembered) {
    return (int) (remembered >>> NUMBER_BITS & MOST_MISSED);
  }

  /// As the next run finds it.
  static long afterRun(long remembered) {
    long missed = isSeen(remembered) ? 0 : Math.min(MOST_MISSED, missed(remembered) + 1);
    return missed << NUMBER_BITS | remembered & NUMBER_MASK;
  }

  /// Whether a file may hold this.
  static boolean isValid(long remembered) {
    long number = remembered & NUMBER_MASK;
    long major = number >>> MINOR_BITS;
    return remembered >>> NUMBER_BITS <= MOST_MISSED && major >= 1 && major <= ChannelNumber.MAX_MAJOR
        && (number & (1 << MINOR_BITS) - 1) <= ChannelNumber.MAX_MINOR;
  }
}
