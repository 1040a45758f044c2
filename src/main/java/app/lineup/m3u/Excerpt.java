package app.lineup.m3u;

import app.lineup.model.Secrets;

/// A short piece of input that may be shown: masked, on one line, with what cannot be seen made visible.
public final class Excerpt {

  private static final int MAX_LENGTH = 80;

  private Excerpt() {}

  /// The start of `text`, fit for a message.
  public static String of(String text) {
    String visible = visible(Secrets.mask(text.strip()));
    if (visible.length() <= MAX_LENGTH) {
      return visible;
    }
    int cut = Character.isHighSurrogate(visible.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return visible.substring(0, cut) + "…";
  }

  /// `text` with each control character and direction mark replaced by a sign that can be seen.
  static String visible(String text) {
    StringBuilder shown = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        if (shown == null) {
          shown = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        shown.append(sign(c));
      } else if (shown != null) {
        shown.append(c);
      }
    }
    return shown == null ? text : shown.toString();
  }

  /// Unicode has pictures for the first 32 controls; the others are shown by their code point.
  private static String sign(char c) {
    return c < 0x20 ? String.valueOf((char) (0x2400 + c)) : "⟨U+" + Integer.toHexString(0x10000 | c).substring(1) + "⟩";
  }
}
