package app.lineup.engine.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The bytes of one block under way. Not thread-safe; used by one thread.
public final class BlockWriter {

  private static final int FIRST_BYTES = 16 * 1024;

  private final Map<Object, Integer> shared = new HashMap<>();
  private byte[] bytes = new byte[FIRST_BYTES];
  private int used;
  private @Nullable Object lastShared;
  private int lastIndex;

  /// Begins the next block in the same array.
  void clear() {
    shared.clear();
    lastShared = null;
    used = 0;
  }

  /// A copy of what was written.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, used);
  }

  /// Writes one byte.
  public void octet(int value) {
    reserve(1);
    bytes[used++] = (byte) value;
  }

  /// Writes a number that is mostly small: seven bits a byte, the lowest first.
  ///
  /// @param value 0 or more
  public void number(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[used++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[used++] = (byte) rest;
  }

  /// Writes a part of an array as it is.
  public void raw(byte[] source, int from, int length) {
    reserve(length);
    System.arraycopy(source, from, bytes, used, length);
    used += length;
  }

  /// Writes a text exactly, broken surrogate pairs too: a byte a character where that is enough, two elsewhere.
  public void text(String text) {
    int length = text.length();
    boolean wide = false;
    for (int i = 0; i < length && !wide; i++) {
      wide = text.charAt(i) > 0xFF;
    }
    number((long) length << 1 | (wide ? 1 : 0));
    reserve(length * 2);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[used++] = (byte) c;
      if (wide) {
        bytes[used++] = (byte) (c >>> 8);
      }
    }
  }

  /// Writes a value that other items of the block have too: its parts the first time, its place in the order of first
  /// times later.
  ///
  /// @param value compared by `equals`
  /// @param parts writes it
  // Neighbours mostly share one object, which is quicker to see than that two are equal.
  @SuppressWarnings("ReferenceEquality")
  public <S> void shared(S value, BiConsumer<S, BlockWriter> parts) {
    if (value == lastShared) {
      number(lastIndex);
      return;
    }
    Integer known = shared.get(value);
    int index = known == null ? shared.size() : known;
    number(index);
    if (known == null) {
      shared.put(value, index);
      parts.accept(value, this);
    }
    lastShared = value;
    lastIndex = index;
  }

  private void reserve(int more) {
    if (bytes.length - used < more) {
      bytes = Arrays.copyOf(bytes, Math.max(used + more, bytes.length * 2));
    }
  }
}
