package app.lineup.io.input;

import java.util.Locale;

/// Sizes in words. Thread-safe: no state.
final class Wording {

  private Wording() {}

  static String ofBytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    int step = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    return String.format(Locale.ROOT, "%.0f %siB", bytes / (double) (1L << (step * 10)), "KMGTPE".charAt(step - 1));
  }
}
