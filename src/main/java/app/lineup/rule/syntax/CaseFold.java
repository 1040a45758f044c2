package app.lineup.rule.syntax;

/// What "without regard to case" means. Thread-safe: no state.
///
/// Each code point is replaced by the lower case of its upper case, which is how `java.util.regex` compares with
/// `CASE_INSENSITIVE | UNICODE_CASE` and [String#equalsIgnoreCase] too; so all operators agree. One code point stays
/// one: `ß` is not `SS`. Four letters outside ASCII fold into it: `ſ`, `K` (the Kelvin sign), `İ` and `ı`.
public final class CaseFold {

  private CaseFold() {}

  /// The form of a character in which case does not count.
  public static int fold(int codePoint) {
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  /// The form of a text in which case does not count.
  public static String fold(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int f = fold(c);
      if (f != c && folded == null) {
        folded = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (folded != null) {
        folded.appendCodePoint(f);
      }
      i += Character.charCount(c);
    }
    return folded == null ? text : folded.toString();
  }

  /// The fold of an ASCII byte.
  public static byte fold(byte ascii) {
    return ascii >= 'A' && ascii <= 'Z' ? (byte) (ascii + 0x20) : ascii;
  }
}
