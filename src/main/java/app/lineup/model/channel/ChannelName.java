package app.lineup.model.channel;

import java.text.Normalizer;
import java.util.Locale;

/// A channel's name in the form in which two spellings of it are the same.
final class ChannelName {

  private ChannelName() {}

  /// Small letters, digits and `+`, in words with one blank between; raised letters (`ᴴᴰ`) are plain ones. Tags of
  /// quality stay: "One HD" and "One SD" are two channels. A name that has neither letter nor digit is left as it is.
  static String normalised(String name) {
    String plain = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
    // There and back, since two large letters may share a small one that stays what it is.
    String small = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    var words = new StringBuilder(small.length());
    boolean gap = false;
    for (int i = 0; i < small.length(); ) {
      int letter = small.codePointAt(i);
      i += Character.charCount(letter);
      if (Character.isLetterOrDigit(letter) || letter == '+'
          || Character.getType(letter) == Character.NON_SPACING_MARK) {
        if (gap && !words.isEmpty()) {
          words.append(' ');
        }
        words.appendCodePoint(letter);
        gap = false;
      } else {
        gap = true;
      }
    }
    return words.isEmpty() ? name.strip() : words.toString();
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
