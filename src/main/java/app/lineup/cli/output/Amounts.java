package app.lineup.cli.output;

import java.time.Duration;

/// Numbers as a person reads them. By hand, because `String.format` takes 20 ms to load.
public final class Amounts {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Amounts() {}

  /// `15,515`.
  public static String count(long number) {
    var digits = new StringBuilder(Long.toString(number));
    for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /// `2.1 MB`; a thousand bytes to the kilobyte.
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    int unit = 0;
    long divisor = 1000;
    // What would round to 1000.0 is one of the next unit.
    while (unit < UNITS.length - 1 && bytes >= divisor * 999.95) {
      unit++;
      divisor *= 1000;
    }
    return tenths((double) bytes / divisor) + " " + UNITS[unit];
  }

  /// `0.3 s`, `2 min 5 s`.
  public static String time(Duration time) {
    if (time.toMinutes() > 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return tenths(time.toMillis() / 1000.0) + " s";
  }

  private static String tenths(double number) {
    long tenths = Math.round(number * 10);
    return count(tenths / 10) + "." + tenths % 10;
  }
}
