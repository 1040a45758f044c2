package app.lineup.m3u.write;

/// Numbers of channels as digits in an array of bytes. Thread-safe: no state.
///
/// A tenth is taken by multiplying, because the JVM's quick compiler makes a division of each `/ 10`.
final class Decimal {

  /// Of an `int`.
  public static final int MOST_DIGITS = 10;

  private static final long TENTH = 0xCCCC_CCCDL;
  private static final int TENTH_SHIFT = 35;

  private Decimal() {}

  /// Writes the digits of a number that is not negative from `at` on.
  ///
  /// @return after the last digit
  static int write(int number, byte[] into, int at) {
    int digits = 1;
    for (long limit = 10; limit <= number; limit *= 10) {
      digits++;
    }
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      int tenth = tenth(rest);
      into[i] = (byte) ('0' + rest - 10 * tenth);
      rest = tenth;
    }
    return at + digits;
  }

  /// Whether `[from, to)` is the number as it is written here: no zero in front, `.` and the sub-channel where it has
  /// one.
  ///
  /// @param minor 0 for none
  static boolean is(byte[] bytes, int from, int to, int major, int minor) {
    int end = to;
    if (minor > 0) {
      end = before(bytes, from, to, minor) - 1;
      if (end < from || bytes[end] != '.') {
        return false;
      }
    }
    return from < end && before(bytes, from, end, major) == from;
  }

  /// Where the digits of the number begin that end at `to`; below `from` where they do not stand there.
  private static int before(byte[] bytes, int from, int to, int number) {
    int rest = number;
    int at = to;
    do {
      int tenth = tenth(rest);
      if (--at < from || bytes[at] != '0' + rest - 10 * tenth) {
        return from - 1;
      }
      rest = tenth;
    } while (rest > 0);
    return at;
  }

  private static int tenth(int number) {
    return (int) (number * TENTH >>> TENTH_SHIFT);
  }
}
