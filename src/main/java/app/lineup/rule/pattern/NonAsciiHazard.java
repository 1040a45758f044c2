package app.lineup.rule.pattern;

import app.lineup.model.channel.ByteSearch;

/// Letters outside ASCII that a pattern of ASCII letters can still meet; a text with one is never matched by its bytes.
/// Thread-safe: no state.
///
/// All in UTF-8; the charsets of one byte that entries are read in hold none of them.
public final class NonAsciiHazard {

  /// NEL, LS or PS: `.` does not match them, and `$` matches before a last one.
  public static final int LINE_END = 1;
  /// `ſ`, the Kelvin sign, `İ`, `ı`: equal to an ASCII letter where case does not count.
  public static final int CASE = 2;

  private NonAsciiHazard() {}

  /// The sum of the oddities in the UTF-8 text `[from, to)`.
  public static int in(byte[] bytes, int from, int to) {
    int found = 0;
    for (int i = ByteSearch.nextHigh(bytes, from, to); i < to - 1; i = ByteSearch.nextHigh(bytes, i + 1, to)) {
      int first = bytes[i] & 0xFF;
      if (first == 0xC2 || first == 0xC4 || first == 0xC5 || first == 0xE2) {
        found |= at(first, bytes[i + 1] & 0xFF, i + 2 < to ? bytes[i + 2] & 0xFF : 0);
      }
    }
    return found;
  }

  private static int at(int first, int second, int third) {
    return switch (first) {
      case 0xC2 -> second == 0x85 ? LINE_END : 0;
      case 0xC4 -> second == 0xB0 || second == 0xB1 ? CASE : 0;
      case 0xC5 -> second == 0xBF ? CASE : 0;
      case 0xE2 -> second == 0x80 && (third == 0xA8 || third == 0xA9) ? LINE_END
          : second == 0x84 && third == 0xAA ? CASE : 0;
      default -> 0;
    };
  }
}
