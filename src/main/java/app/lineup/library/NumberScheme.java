package app.lineup.library;

import java.util.Locale;

/// How channels get their numbers.
public enum NumberScheme {
  /// They stay as they are.
  NONE,
  /// Own numbers first, the others get the lowest free ones.
  KEEP,
  /// One after the other.
  FROM,
  /// Each group has a range.
  RANGES;

  /// The end of its texts' keys.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
