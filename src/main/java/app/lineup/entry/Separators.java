package app.lineup.entry;

import app.lineup.model.Channel;
import app.lineup.model.KnownField;

/// Tells separator rows from channels (`INPUTS` row 37): a name that is nothing but signs, or that stands between two
/// runs of the same sign, as in `##### SPORTS #####`.
public final class Separators {

  private static final int SHORTEST_RUN = 2;

  private Separators() {}

  /// Whether the channel's name as it counts now is a separator's.
  public static boolean isSeparator(Channel channel) {
    if (channel.standsInBytes(KnownField.CHANNEL_NAME)) {
      int from = channel.from(KnownField.CHANNEL_NAME);
      if (from < channel.to(KnownField.CHANNEL_NAME)) {
        byte first = channel.block()[from];
        if (first >= '0' && first <= '9' || first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z') {
          return false;
        }
      }
    }
    return isSeparator(channel.text(KnownField.CHANNEL_NAME));
  }

  static boolean isSeparator(String name) {
    String text = name.strip();
    if (text.length() < SHORTEST_RUN || Character.isLetterOrDigit(text.codePointAt(0))) {
      return false;
    }
    int sign = text.codePointAt(0);
    int last = text.codePointBefore(text.length());
    return last == sign && isRun(text, sign) || text.length() > SHORTEST_RUN && !hasLetters(text);
  }

  /// Whether the sign stands twice at both ends.
  private static boolean isRun(String text, int sign) {
    int width = Character.charCount(sign);
    return text.length() >= 4 * width
        && text.codePointAt(width) == sign
        && text.codePointBefore(text.length() - width) == sign;
  }

  private static boolean hasLetters(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
