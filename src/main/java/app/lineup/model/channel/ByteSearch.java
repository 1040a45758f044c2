package app.lineup.model.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Searches in byte arrays eight bytes at a time; 32 where what is looked for is mostly far, because code that was
/// compiled quickly spends as much on a turn of a loop as on eight bytes. Thread-safe: no state.
///
/// Each test finds the lowest matching byte of a little-endian word exactly; higher ones may be marked falsely by the
/// borrow of the subtraction, which is why only the lowest is used.
public final class ByteSearch {

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long SPACES = ONES * 0x20;
  private static final int AT_ONCE = 32;

  private ByteSearch() {}

  /// The first byte in `[from, to)` that is below a space (a line end, a tab, a control), or `to`.
  public static int nextControl(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - AT_ONCE; i += AT_ONCE) {
      if ((below((long) LONG.get(bytes, i)) | below((long) LONG.get(bytes, i + 8))
          | below((long) LONG.get(bytes, i + 16)) | below((long) LONG.get(bytes, i + 24))) != 0) {
        break;
      }
    }
    for (; i <= to - 8; i += 8) {
      long below = below((long) LONG.get(bytes, i));
      if (below != 0) {
        return i + first(below);
      }
    }
    while (i < to && (bytes[i] < 0 || bytes[i] >= 0x20)) {
      i++;
    }
    return i;
  }

  private static long below(long word) {
    return (word - SPACES) & ~word & HIGHS;
  }

  /// The first byte in `[from, to)` that is below a space, or 0x80 or above, or `to`: where plain ASCII text ends.
  public static int nextUnplain(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - AT_ONCE; i += AT_ONCE) {
      if ((unplain((long) LONG.get(bytes, i)) | unplain((long) LONG.get(bytes, i + 8))
          | unplain((long) LONG.get(bytes, i + 16)) | unplain((long) LONG.get(bytes, i + 24))) != 0) {
        break;
      }
    }
    for (; i <= to - 8; i += 8) {
      long unplain = unplain((long) LONG.get(bytes, i));
      if (unplain != 0) {
        return i + first(unplain);
      }
    }
    while (i < to && bytes[i] >= 0x20) {
      i++;
    }
    return i;
  }

  private static long unplain(long word) {
    return (word - SPACES | word) & HIGHS;
  }

  /// The first `wanted` in `[from, to)`, or `to`.
  public static int indexOf(byte[] bytes, byte wanted, int from, int to) {
    long pattern = (wanted & 0xFF) * ONES;
    int i = from;
    // Eight at a time: what is looked for is mostly near.
    for (; i <= to - 8; i += 8) {
      long zero = zero((long) LONG.get(bytes, i) ^ pattern);
      if (zero != 0) {
        return i + first(zero);
      }
    }
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  private static long zero(long word) {
    return (word - ONES) & ~word & HIGHS;
  }

  /// Which of eight bytes is the lowest whose highest bit is set. Counting zeros is one instruction only in code that
  /// was compiled twice; this is a few in any.
  private static int first(long highs) {
    int low = (int) highs;
    int half = low != 0 ? low : (int) (highs >>> 32);
    int at = low != 0 ? 0 : 4;
    return (half & 0x80) != 0 ? at : (half & 0x8000) != 0 ? at + 1 : (half & 0x800000) != 0 ? at + 2 : at + 3;
  }

  /// The eight bytes from `at` on with the ASCII letters among them in lower case; other bytes may come out changed, so
  /// that this is fit for comparing with letters, digits and hyphens only.
  public static long lowerWord(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at) | SPACES;
  }

  /// The first byte in `[from, to)` that is 0x80 or above, or `to`.
  public static int nextHigh(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - AT_ONCE; i += AT_ONCE) {
      if ((((long) LONG.get(bytes, i) | (long) LONG.get(bytes, i + 8)
          | (long) LONG.get(bytes, i + 16) | (long) LONG.get(bytes, i + 24)) & HIGHS) != 0) {
        break;
      }
    }
    for (; i <= to - 8; i += 8) {
      long high = (long) LONG.get(bytes, i) & HIGHS;
      if (high != 0) {
        return i + first(high);
      }
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }
}
