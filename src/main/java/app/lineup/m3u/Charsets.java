package app.lineup.m3u;

import app.lineup.model.channel.ByteSearch;
import app.lineup.model.channel.EntryLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Tells in which charset bytes were written (`M3U-4`) and finds what a reader would not see (`M3U-38`).
public final class Charsets {

  public static final int BYTE_ORDER_MARK_BYTES = 3;

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private Charsets() {}

  /// The flag of [EntryLayout] for the entry's charset: ASCII, one of the old code pages, broken UTF-8, or 0 for UTF-8.
  static int flagOf(byte[] bytes, int from, int to) {
    return flagOf(bytes, from, from, to);
  }

  /// The same, where every byte before `plainTo` is known to be ASCII.
  public static int flagOf(byte[] bytes, int from, int plainTo, int to) {
    int high = ByteSearch.nextHigh(bytes, plainTo, to);
    if (high == to) {
      return EntryLayout.ASCII;
    }
    if (isUtf8(bytes, high, to)) {
      return 0;
    }
    if (isMostlyUtf8(bytes, high, to)) {
      return EntryLayout.BROKEN_UTF8;
    }
    return looksCyrillic(bytes, from, to) ? EntryLayout.WINDOWS_1251 : EntryLayout.WINDOWS_1252;
  }

  /// UTF-8 where the bytes are, else the nearest old code page.
  public static String decode(byte[] bytes, int from, int to) {
    int flag = flagOf(bytes, from, to);
    Charset charset = (flag & EntryLayout.WINDOWS_1251) != 0
        ? CYRILLIC
        : (flag & EntryLayout.WINDOWS_1252) != 0 ? WESTERN : StandardCharsets.UTF_8;
    return new String(bytes, from, to - from, charset);
  }

  /// Whether a line begins with UTF-8's byte order mark (`M3U-1`).
  public static boolean isByteOrderMark(byte[] bytes, int from, int to) {
    return to - from >= BYTE_ORDER_MARK_BYTES
        && bytes[from] == (byte) 0xEF && bytes[from + 1] == (byte) 0xBB && bytes[from + 2] == (byte) 0xBF;
  }

  static boolean isUtf8(byte[] bytes, int from, int to) {
    int i = ByteSearch.nextHigh(bytes, from, to);
    while (i < to) {
      int length = sequenceLength(bytes[i]);
      if (length == 0 || i + length > to || !isSequence(bytes, i, length)) {
        return false;
      }
      i += length;
      if (i < to && bytes[i] >= 0) {
        i = ByteSearch.nextHigh(bytes, i + 1, to);
      }
    }
    return true;
  }

  /// Whether most bytes outside ASCII form sequences: a text that was cut in the middle of a letter, for example.
  private static boolean isMostlyUtf8(byte[] bytes, int from, int to) {
    int good = 0;
    int bad = 0;
    int i = ByteSearch.nextHigh(bytes, from, to);
    while (i < to) {
      int length = sequenceLength(bytes[i]);
      boolean sequence = length > 0 && i + length <= to && isSequence(bytes, i, length);
      good += sequence ? length : 0;
      bad += sequence ? 0 : 1;
      i = ByteSearch.nextHigh(bytes, i + (sequence ? length : 1), to);
    }
    return good > bad;
  }

  private static int sequenceLength(byte first) {
    int b = first & 0xFF;
    return b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : b >= 0xF0 && b <= 0xF4 ? 4 : 0;
  }

  /// RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
  private static boolean isSequence(byte[] bytes, int at, int length) {
    int second = bytes[at + 1] & 0xFF;
    int low = switch (bytes[at] & 0xFF) {
      case 0xE0 -> 0xA0;
      case 0xF0 -> 0x90;
      default -> 0x80;
    };
    int high = switch (bytes[at] & 0xFF) {
      case 0xED -> 0x9F;
      case 0xF4 -> 0x8F;
      default -> 0xBF;
    };
    if (second < low || second > high) {
      return false;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /// Western words have a high byte here and there; Cyrillic ones in Windows-1251 are made of them.
  private static boolean looksCyrillic(byte[] bytes, int from, int to) {
    int pairs = 0;
    int high = 0;
    for (int i = from; i < to; i++) {
      if ((bytes[i] & 0xFF) >= 0xC0) {
        high++;
        if (i + 1 < to && (bytes[i + 1] & 0xFF) >= 0xC0) {
          pairs++;
        }
      }
    }
    return high >= 3 && pairs * 2 > high;
  }

  /// The next byte that such a mark may begin with. Letters outside ASCII mostly stand in rows.
  private static int nextMark(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != (byte) 0xC2 && bytes[i] != (byte) 0xE2) {
      i = bytes[i] < 0 ? i + 1 : ByteSearch.nextHigh(bytes, i, to);
    }
    return i;
  }

  /// Whether UTF-8 bytes hold a direction mark or a C1 control, which change how a text looks without being seen.
  public static boolean hasHiddenMarks(byte[] bytes, int from, int to) {
    for (int i = nextMark(bytes, from, to - 1); i < to - 1; i = nextMark(bytes, i + 1, to - 1)) {
      int b = bytes[i] & 0xFF;
      int c = bytes[i + 1] & 0xFF;
      if (b == 0xC2 && c < 0xA0) {
        return true;
      }
      if (b == 0xE2 && i + 2 < to) {
        int d = bytes[i + 2] & 0xFF;
        if (c == 0x80 && (d == 0x8E || d == 0x8F || d >= 0xAA && d <= 0xAE) || c == 0x81 && d >= 0xA6 && d <= 0xA9) {
          return true;
        }
      }
    }
    return false;
  }
}
