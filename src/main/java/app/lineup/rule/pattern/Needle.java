package app.lineup.rule.pattern;

import app.lineup.rule.syntax.CaseFold;
import app.lineup.rule.syntax.ComparisonOptions;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An ASCII text to be looked for in bytes, with or without regard to case. Immutable.
///
/// Works on any charset that keeps ASCII as it is: a byte outside ASCII equals none of the needle's.
public final class Needle {

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private final byte[] wanted;
  private final boolean caseSensitive;
  private final long first;
  private final long firstMask;
  private final long second;
  private final long secondMask;

  /// @param ascii not empty; folded already where case does not count
  public Needle(String ascii, boolean caseSensitive) {
    this.wanted = ascii.getBytes(StandardCharsets.US_ASCII);
    this.caseSensitive = caseSensitive;
    this.firstMask = mask(0);
    this.first = ONES * wanted[0];
    this.secondMask = wanted.length > 1 ? mask(1) : -1L;
    this.second = wanted.length > 1 ? ONES * wanted[1] : -1L;
  }

  /// The needle of a value, empty where that has, folded, something outside ASCII.
  public static Optional<Needle> of(String value, ComparisonOptions likeness) {
    String wanted = likeness.fold(value);
    return wanted.chars().allMatch(c -> c < 0x80)
        ? Optional.of(new Needle(wanted, likeness.caseSensitive()))
        : Optional.empty();
  }

  /// Its bytes as they are whatever the case.
  public byte[] folded() {
    byte[] folded = wanted.clone();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = CaseFold.fold(folded[i]);
    }
    return folded;
  }

  /// Whether some letter outside ASCII equals one of its own where case does not count.
  public boolean meetsOddLetters() {
    for (byte b : wanted) {
      byte folded = CaseFold.fold(b);
      if (folded == 'k' || folded == 's' || folded == 'i') {
        return !caseSensitive;
      }
    }
    return false;
  }

  /// Sets the bit that tells a small letter from a capital, so that both look like the small one.
  private long mask(int index) {
    boolean letter = wanted[index] >= 'a' && wanted[index] <= 'z';
    return letter && !caseSensitive ? ONES * 0x20 : 0;
  }

  int length() {
    return wanted.length;
  }

  /// Whether it stands somewhere in `[from, to)`.
  public boolean isIn(byte[] bytes, int from, int to) {
    int last = to - wanted.length;
    int i = from;
    // Eight places at once: where both the first and the second byte fit. May mark a place wrongly, never misses one.
    for (; i <= last && i + 9 <= bytes.length; i += 8) {
      long a = ((long) LONG.get(bytes, i) | firstMask) ^ first;
      long b = ((long) LONG.get(bytes, i + 1) | secondMask) ^ second;
      long both = a | b;
      long candidates = (both - ONES) & ~both & HIGHS;
      for (; candidates != 0; candidates &= candidates - 1) {
        int at = i + (Long.numberOfTrailingZeros(candidates) >>> 3);
        if (at <= last && isAt(bytes, at)) {
          return true;
        }
      }
    }
    for (; i <= last; i++) {
      if (isAt(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether `[from, to)` is this text.
  public boolean is(byte[] bytes, int from, int to) {
    return to - from == wanted.length && isAt(bytes, from);
  }

  /// Whether `[from, to)` begins with it.
  public boolean begins(byte[] bytes, int from, int to) {
    return to - from >= wanted.length && isAt(bytes, from);
  }

  /// Whether `[from, to)` ends with it.
  public boolean ends(byte[] bytes, int from, int to) {
    return to - from >= wanted.length && isAt(bytes, to - wanted.length);
  }

  private boolean isAt(byte[] bytes, int at) {
    for (int i = 0; i < wanted.length; i++) {
      byte b = bytes[at + i];
      if ((caseSensitive ? b : CaseFold.fold(b)) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
