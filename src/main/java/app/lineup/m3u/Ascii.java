package app.lineup.m3u;

/// Small questions about single bytes and short texts of a line.
public final class Ascii {

  private static final boolean[] KEY_BYTES = new boolean[256];

  static {
    for (int b = 0; b < 128; b++) {
      KEY_BYTES[b] = Character.isLetterOrDigit(b) || b == '-' || b == '_' || b == '.' || b == ':';
    }
  }

  private Ascii() {}

  public static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  public static int skipBlanks(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && isBlank(bytes[i])) {
      i++;
    }
    return i;
  }

  public static int trimEnd(byte[] bytes, int from, int to) {
    int i = to;
    while (i > from && isBlank(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  /// A byte that may stand in an attribute's name.
  public static boolean isKeyByte(byte b) {
    return KEY_BYTES[b & 0xFF];
  }

  /// Whether the bytes at `from` are `lower`, which holds no upper-case letters, in any case.
  public static boolean startsWith(byte[] bytes, int from, int to, String lower) {
    return to - from >= lower.length() && sameLetters(bytes, from, lower);
  }

  /// Whether the bytes from `from` to `to` are `lower`, which holds no upper-case letters, in any case.
  public static boolean is(byte[] bytes, int from, int to, String lower) {
    return to - from == lower.length() && sameLetters(bytes, from, lower);
  }

  private static boolean sameLetters(byte[] bytes, int from, String lower) {
    for (int i = 0; i < lower.length(); i++) {
      byte b = bytes[from + i];
      int folded = b >= 'A' && b <= 'Z' ? b | 0x20 : b;
      if (folded != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
