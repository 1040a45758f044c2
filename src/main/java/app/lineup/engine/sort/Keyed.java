package app.lineup.engine.sort;

import java.util.Arrays;

/// An item with the bytes by which it is ordered: compared as unsigned numbers, the first difference decides.
/// Immutable; nobody writes to the array.
final class Keyed<T> {

  private final long head;
  private final byte[] key;
  private final T item;

  Keyed(byte[] key, T item) {
    this.head = head(key);
    this.key = key;
    this.item = item;
  }

  /// The first eight bytes as one number, which settles most comparisons at once.
  private static long head(byte[] key) {
    long head = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      head = head << Byte.SIZE | (i < key.length ? key[i] & 0xFF : 0);
    }
    return head;
  }

  byte[] key() {
    return key;
  }

  T item() {
    return item;
  }

  static int compare(Keyed<?> one, Keyed<?> other) {
    int heads = Long.compareUnsigned(one.head, other.head);
    return heads != 0 ? heads : Arrays.compareUnsigned(one.key, other.key);
  }
}
