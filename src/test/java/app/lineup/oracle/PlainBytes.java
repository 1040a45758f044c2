package app.lineup.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Bytes as a string with one character a byte, in which the oracle looks for things, and what they mean as text.
/// Thread-safe: no state.
final class PlainBytes {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private PlainBytes() {}

  static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] bytes(String raw) {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The raw form of a text.
  static String encoded(String text, Charset charset) {
    return of(text.getBytes(charset));
  }

  static String decoded(String raw, Charset charset) {
    return new String(bytes(raw), charset);
  }

  /// The text of a piece that stands on its own.
  static String decoded(String raw) {
    return decoded(raw, charsetOf(raw));
  }

  /// UTF-8 where it is that, or mostly; else the old code page that it looks like.
  static Charset charsetOf(String raw) {
    if (isUtf8(raw) || isMostlyUtf8(raw)) {
      return StandardCharsets.UTF_8;
    }
    return looksCyrillic(raw) ? CYRILLIC : WESTERN;
  }

  private static boolean isUtf8(String raw) {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(raw)));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  /// Whether more bytes beyond ASCII stand in whole letters than stand alone.
  private static boolean isMostlyUtf8(String raw) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < raw.length(); ) {
      int length = raw.charAt(i) < 0x80 ? 1 : letterLength(raw, i);
      good += raw.charAt(i) < 0x80 ? 0 : length;
      bad += length == 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return good > bad;
  }

  /// How many bytes the letter beyond ASCII has that begins there, 0 where none does.
  private static int letterLength(String raw, int from) {
    for (int length = 2; length <= 4 && from + length <= raw.length(); length++) {
      if (isUtf8(raw.substring(from, from + length))) {
        return length;
      }
    }
    return 0;
  }

  /// Cyrillic words in Windows-1251 are rows of high bytes; in Western ones they stand alone.
  private static boolean looksCyrillic(String raw) {
    int high = 0;
    int pairs = 0;
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 0xC0) {
        high++;
        pairs += i + 1 < raw.length() && raw.charAt(i + 1) >= 0xC0 ? 1 : 0;
      }
    }
    return high >= 3 && pairs * 2 > high;
  }
}
