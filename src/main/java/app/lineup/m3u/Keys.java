package app.lineup.m3u;

import app.lineup.model.KnownField;
import app.lineup.model.channel.ByteSearch;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The attribute names that stand for a [KnownField] (`M3U-17` and `M3U-20`), compared eight bytes at a time.
public final class Keys {

  private static final int LONGEST_USUAL = "group-title".length();
  private static final long SIX_BYTES = 0xFFFF_FFFF_FFFFL;
  private static final long TVG_ID = word("tvg-id  ") & SIX_BYTES;
  private static final long TVG_NAME = word("tvg-name");
  private static final long TVG_LOGO = word("tvg-logo");
  private static final long TVG_CHNO = word("tvg-chno");
  private static final long GROUP_TI = word("group-ti");
  private static final long UP_TITLE = word("up-title");

  private Keys() {}

  /// The field that the key stands for, or null.
  public static @Nullable KnownField known(byte[] block, int from, int to) {
    int length = to - from;
    if (length < 6 || length > 14) {
      return null;
    }
    if (from + 8 > block.length) {
      return rare(block, from, to);
    }
    long start = ByteSearch.lowerWord(block, from);
    return switch (length) {
      case 6 -> (start & SIX_BYTES) == TVG_ID ? KnownField.TVG_ID : null;
      case 8 -> start == TVG_NAME
          ? KnownField.TVG_NAME
          : start == TVG_LOGO ? KnownField.TVG_LOGO : start == TVG_CHNO ? KnownField.TVG_CHNO : null;
      case 11 -> start == GROUP_TI && ByteSearch.lowerWord(block, from + 3) == UP_TITLE ? KnownField.GROUP_TITLE : null;
      default -> rare(block, from, to);
    };
  }

  /// How long the key at `from` is, where it is one of the usual ones with `=` right behind it; 0 for every other.
  static int usualLength(byte[] block, int from, int to) {
    if (from + LONGEST_USUAL >= to) {
      return 0;
    }
    long start = ByteSearch.lowerWord(block, from);
    int length = 0;
    if (start == TVG_NAME || start == TVG_LOGO || start == TVG_CHNO) {
      length = 8;
    } else if ((start & SIX_BYTES) == TVG_ID) {
      length = 6;
    } else if (start == GROUP_TI && ByteSearch.lowerWord(block, from + 3) == UP_TITLE) {
      length = LONGEST_USUAL;
    }
    return length > 0 && block[from + length] == '=' ? length : 0;
  }

  private static @Nullable KnownField rare(byte[] block, int from, int to) {
    if (Ascii.is(block, from, to, "tvg-shift")) {
      return KnownField.TVG_SHIFT;
    }
    if (Ascii.is(block, from, to, "tvg-id")) {
      return KnownField.TVG_ID;
    }
    boolean number = Ascii.is(block, from, to, "tvg-channo")
        || Ascii.is(block, from, to, "ch-number")
        || Ascii.is(block, from, to, "channel-number");
    return number ? KnownField.TVG_CHNO : null;
  }

  private static long word(String eight) {
    return ByteSearch.lowerWord(eight.getBytes(StandardCharsets.US_ASCII), 0);
  }
}
