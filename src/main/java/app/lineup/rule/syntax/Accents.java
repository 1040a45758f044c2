package app.lineup.rule.syntax;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/// What "without regard to accents" means. Thread-safe: no state.
///
/// A Latin, Greek or Cyrillic letter becomes the letter that its accents stand on, whether it is written as one
/// character or as letter and accents; `ø ł đ ð ħ ŧ ı`, which no accent is split from, become the letter that they look
/// like. One letter stays one: `œ`, `æ` and `ß` are as they are. `й` and `ў` are letters of their own, not accented
/// ones, and `ё` is `е`. No other script is touched: there, marks are vowels.
public final class Accents {

  private static final String STROKED = "øØłŁđĐðÐħĦŧŦı";
  private static final String BARE = "oOlLdDdDhHtTi";
  private static final char BREVE = '\u0306';

  /// Of every character below it; only a few signs above are letters with accents.
  private static final char[] BARE_OF = new char[0x2000];

  static {
    for (int c = 0; c < BARE_OF.length; c++) {
      BARE_OF[c] = (char) reckon(c);
    }
  }

  private Accents() {}

  /// A text without its accents that knows where each of its characters stood.
  ///
  /// @param text   without accents
  /// @param places for each index of `text`, its length included, the index in the text as it was given; accents belong
  ///               to what they stand on
  public record Folded(String text, int[] places) {}

  /// `text` without its accents; itself where it has none.
  static String fold(String text) {
    return isAscii(text) ? text : folded(text).text();
  }

  /// The same, with the places.
  public static Folded folded(String text) {
    var bare = new StringBuilder(text.length());
    int[] places = new int[text.length() + 1];
    boolean takesAccents = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int length = Character.charCount(c);
      if (!takesAccents || !isAccent(c)) {
        int folded = fold(c);
        places[bare.length()] = i;
        places[bare.length() + length - 1] = i + length - 1;
        bare.appendCodePoint(folded);
        takesAccents = takesAccents(folded);
      } else if (c == BREVE) {
        close(bare);
      }
      i += length;
    }
    places[bare.length()] = text.length();
    return new Folded(bare.toString(), places);
  }

  /// A pattern without its accents. A backslash before a letter outside ASCII means nothing, and would mean something
  /// before the bare one.
  static String ofPattern(String pattern) {
    if (isAscii(pattern)) {
      return pattern;
    }
    var kept = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
      if (c != '\\' || next < 0x80) {
        kept.append(c);
        if (c == '\\' && next != 0) {
          kept.append(next);
          i++;
        }
      }
    }
    return fold(kept.toString());
  }

  private static int fold(int c) {
    return c < BARE_OF.length ? BARE_OF[c] : reckon(c);
  }

  private static int reckon(int c) {
    if (c < 0x80) {
      return c;
    }
    int stroked = STROKED.indexOf(c);
    if (stroked >= 0) {
      return BARE.charAt(stroked);
    }
    if (!takesAccents(c) || c == 'й' || c == 'Й' || c == 'ў' || c == 'Ў') {
      return c;
    }
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    int letter = parts.codePointAt(0);
    boolean accented = parts.codePoints().skip(1).allMatch(Accents::isAccent);
    // Some decompose into one more that has a stroke: `ǿ`.
    int known = STROKED.indexOf(letter);
    return !accented ? c : known < 0 ? letter : BARE.charAt(known);
  }

  /// Makes one letter of the last one and a breve, where that is a letter of its own.
  private static void close(StringBuilder bare) {
    int last = bare.length() - 1;
    if ("иИуУ".indexOf(bare.charAt(last)) >= 0) {
      bare.setCharAt(last, Normalizer.normalize(bare.charAt(last) + "\u0306", Normalizer.Form.NFC).charAt(0));
    }
  }

  private static boolean takesAccents(int c) {
    if (c < 0x80) {
      return Character.isLetter(c);
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK || script == UnicodeScript.CYRILLIC;
  }

  /// Whether it is a mark of the blocks that these three scripts share.
  private static boolean isAccent(int c) {
    return c >= 0x300 && c <= 0x36F || c >= 0x1AB0 && c <= 0x1AFF || c >= 0x1DC0 && c <= 0x1DFF
        || c >= 0x20D0 && c <= 0x20FF || c >= 0xFE20 && c <= 0xFE2F || c >= 0x483 && c <= 0x487;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
