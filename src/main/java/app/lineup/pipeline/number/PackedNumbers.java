package app.lineup.pipeline.number;

import app.lineup.model.ChannelNumber;

/// A set of channel numbers, each packed into a `long`: open addressing, about ten bytes a number, where a set of
/// objects takes eighty and does not fit the program's heap in a list of a million. Not thread-safe; used by one
/// thread.
final class PackedNumbers {

  private static final int MINOR_BITS = 14;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /// A power of two long; 0 is a free place, which no number is packed into.
  private long[] table = new long[16];
  private int size;

  /// Adds a number; false where it was in the set before.
  boolean add(ChannelNumber number) {
    if (size >= table.length - table.length / 8) {
      grow();
    }
    boolean fresh = put(table, packed(number));
    size += fresh ? 1 : 0;
    return fresh;
  }

  /// Whether the number is in the set.
  boolean has(ChannelNumber number) {
    long packed = packed(number);
    int at = place(table, packed);
    while (table[at] != 0 && table[at] != packed) {
      at = at + 1 & table.length - 1;
    }
    return table[at] != 0;
  }

  private static long packed(ChannelNumber number) {
    return (long) number.major() << MINOR_BITS | number.minor();
  }

  private static int place(long[] table, long packed) {
    return (int) (packed * SPREAD >>> Integer.numberOfLeadingZeros(table.length) + 33);
  }

  private static boolean put(long[] table, long packed) {
    int at = place(table, packed);
    while (table[at] != 0) {
      if (table[at] == packed) {
        return false;
      }
      at = at + 1 & table.length - 1;
    }
    table[at] = packed;
    return true;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (long packed : table) {
      if (packed != 0) {
        put(larger, packed);
      }
    }
    table = larger;
  }

  /// How many bytes the set takes.
  long bytes() {
    return (long) table.length * Long.BYTES;
  }
}
