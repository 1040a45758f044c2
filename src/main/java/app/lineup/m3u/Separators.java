package app.lineup.m3u;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;

/// Tells separator rows from channels (`M3U-37`): a name that is nothing but signs, or that stands between two
/// runs of the same sign, as in `##### SPORTS #####`.
public final class Separators {

  private static final int SHORTEST_RUN = 2;

  private Separators() {}

  /// Whether the channel's name as it counts now is a separator's.
  public static boolean isSeparator(Channel channel) {
    if (channel.standsInBytes(KnownField.CHANNEL_NAME)) {
      int from = channel.from(KnownField.CHANNEL_NAME);
      if (from < channel.to(KnownField.CHANNEL_NAME)) {
        if (beginsPlainly(channel.block()[from])) {
          return false;
        }
      }
    }
    return isSeparator(channel.text(KnownField.CHANNEL_NAME));
  }

  /// Whether the entry's name as it counts now is a separator's.
  public static boolean isSeparator(ChannelBlock block, int entry) {
    int place = block.newFrom(entry, KnownField.CHANNEL_NAME);
    boolean isNew = place >= 0;
    int from = isNew ? place : block.from(entry, KnownField.CHANNEL_NAME);
    int to = isNew ? block.newTo(entry, KnownField.CHANNEL_NAME) : block.to(entry, KnownField.CHANNEL_NAME);
    if (from < 0 || from >= to || beginsPlainly(isNew ? block.arena()[from] : block.bytes()[from])) {
      return false;
    }
    return isSeparator(block.text(entry, KnownField.CHANNEL_NAME));
  }

  private static boolean beginsPlainly(byte first) {
    return first >= '0' && first <= '9' || first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z';
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
