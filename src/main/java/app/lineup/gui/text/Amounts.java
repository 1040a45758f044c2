package app.lineup.gui.text;

import java.text.NumberFormat;
import java.time.Duration;

/// Amounts as people of the system's language write them. Thread-safe: no state.
public final class Amounts {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Amounts() {}

  /// `1,234,567`.
  public static String count(long count) {
    return NumberFormat.getIntegerInstance().format(count);
  }

  /// `512 B`, `1.2 MB`.
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return count(bytes) + " B";
    }
    double amount = bytes / 1000.0;
    int unit = 0;
    // From here on one digit behind the point would round up to 1,000.
    while (amount >= 999.95 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return tenths(amount) + " " + UNITS[unit];
  }

  /// `231 MB`, `1.2 GB`: as much as a glance takes in.
  public static String roughBytes(long bytes) {
    double megabytes = bytes / 1e6;
    return megabytes < 999.5 ? count(Math.round(megabytes)) + " MB" : tenths(bytes / 1e9) + " GB";
  }

  /// `0.05`, `0.2`, `1`.
  public static String hundredths(double number) {
    NumberFormat format = NumberFormat.getNumberInstance();
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /// `85 ms`, `0.3 s`, `2 min 5 s`.
  public static String time(Duration time) {
    if (time.toMillis() < 100) {
      return time.toMillis() + " ms";
    }
    if (time.toMinutes() > 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return tenths(time.toMillis() / 1000.0) + " s";
  }

  private static String tenths(double number) {
    NumberFormat format = NumberFormat.getNumberInstance();
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }
}
