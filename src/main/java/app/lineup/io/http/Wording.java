package app.lineup.io.http;

import java.time.Duration;
import java.util.Locale;

/// Durations and sizes in words. Thread-safe: no state.
final class Wording {

  private Wording() {}

  static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds == 0) {
      return duration.toMillis() + " ms";
    }
    if (seconds > 60 && seconds % 60 == 0) {
      return seconds / 60 + " minutes";
    }
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }

  static String ofBytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    int step = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    return String.format(Locale.ROOT, "%.1f %siB", bytes / (double) (1L << (step * 10)), "KMGTPE".charAt(step - 1));
  }
}
