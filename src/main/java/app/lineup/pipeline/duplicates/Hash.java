package app.lineup.pipeline.duplicates;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A 64-bit hash of bytes, eight at a time. For five million different texts the odds that any two share one are below
/// one in a million. Not for secrets. Thread-safe: no state.
public final class Hash {

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FIRST = 0xA0761D6478BD642FL;
  private static final long SECOND = 0xE7037ED1A0B428DBL;

  private Hash() {}

  /// The hash of a part of an array.
  public static long of(byte[] bytes, int from, int to) {
    // Not FIRST: mixed with itself that is nothing, and nothing times the first word would forget it.
    return of(bytes, from, to, 0);
  }

  /// @param seed the hash of what comes before
  static long of(byte[] bytes, int from, int to, long seed) {
    long hash = seed;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      hash = mixed(hash, (long) LONG.get(bytes, i));
    }
    long rest = (long) to - from;
    for (; i < to; i++) {
      rest = rest << Byte.SIZE | bytes[i] & 0xFF;
    }
    return mixed(mixed(hash, rest), (long) to - from);
  }

  /// Both halves of a product of 128 bits, so that every bit of either reaches every bit of the result.
  private static long mixed(long hash, long word) {
    long a = hash ^ FIRST;
    long b = word ^ SECOND;
    return Math.unsignedMultiplyHigh(a, b) ^ a * b ^ Long.rotateLeft(hash, 23);
  }
}
