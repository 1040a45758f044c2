package app.lineup.oracle;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A text as it is compared: letters without their case, without their accents, or both, each of which knows where it
/// stood. Immutable.
///
/// @param text   what is compared
/// @param places for each of its indexes, and for its length, the index in the text as it was given
record PlainLetters(String text, List<Integer> places) {

  private static final String STROKED = "øØłŁđĐðÐħĦŧŦı";
  private static final String BARE = "oOlLdDdDhHtTi";
  private static final Set<UnicodeScript> SCRIPTS =
      Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

  /// The text as it is.
  static PlainLetters of(String text) {
    return new PlainLetters(text, IntStream.rangeClosed(0, text.length()).boxed().toList());
  }

  /// Every code point as the lower case of its upper case.
  static String withoutCase(String text) {
    return text.codePoints().map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  /// Latin, Greek and Cyrillic letters without what stands on them; `й` and `ў` stay letters of their own.
  static PlainLetters withoutAccents(String text) {
    var bare = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int letter = -1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (letter >= 0 && takesAccents(letter) && isAccent(c)) {
        String closed = c == 0x306 ? closed(letter) : Character.toString(letter);
        bare.setLength(bare.length() - Character.charCount(letter));
        bare.append(closed);
        letter = closed.codePointAt(0);
      } else {
        letter = bare(c);
        bare.appendCodePoint(letter);
        for (int unit = 0; unit < Character.charCount(c); unit++) {
          places.add(i + unit);
        }
      }
    }
    places.add(text.length());
    return new PlainLetters(bare.toString(), places);
  }

  /// The part of the text as it was given that a part of the text stands for.
  String original(String whole, int from, int to) {
    return whole.substring(places.get(from), places.get(to));
  }

  private static String closed(int letter) {
    return switch (letter) {
      case 'и' -> "й";
      case 'И' -> "Й";
      case 'у' -> "ў";
      case 'У' -> "Ў";
      default -> Character.toString(letter);
    };
  }

  private static int bare(int c) {
    if (STROKED.indexOf(c) >= 0) {
      return BARE.charAt(STROKED.indexOf(c));
    }
    if (c < 0x80 || !takesAccents(c) || "йЙўЎ".indexOf(c) >= 0) {
      return c;
    }
    int[] parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePoints().toArray();
    for (int i = 1; i < parts.length; i++) {
      if (!isAccent(parts[i])) {
        return c;
      }
    }
    int stroked = STROKED.indexOf(parts[0]);
    return stroked < 0 ? parts[0] : BARE.charAt(stroked);
  }

  private static boolean takesAccents(int c) {
    return c < 0x80 ? Character.isLetter(c) : SCRIPTS.contains(UnicodeScript.of(c));
  }

  /// A mark of the blocks that these scripts share.
  private static boolean isAccent(int c) {
    return c >= 0x300 && c <= 0x36F || c >= 0x483 && c <= 0x487 || c >= 0x1AB0 && c <= 0x1AFF
        || c >= 0x1DC0 && c <= 0x1DFF || c >= 0x20D0 && c <= 0x20FF || c >= 0xFE20 && c <= 0xFE2F;
  }
}
