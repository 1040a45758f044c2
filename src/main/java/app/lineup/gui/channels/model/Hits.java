package app.lineup.gui.channels.model;

import java.util.Arrays;

/// The indexes that a search found, in their order. Grows while the search goes on. Not thread-safe; used by the
/// window's thread.
final class Hits {

  private int[] indexes = new int[256];
  private int size;

  int size() {
    return size;
  }

  /// The index at a position.
  int at(int position) {
    return indexes[position];
  }

  /// Adds what was found next; it comes after all that was found before.
  void add(int[] more) {
    if (size + more.length > indexes.length) {
      indexes = Arrays.copyOf(indexes, Math.max(size + more.length, indexes.length * 2));
    }
    System.arraycopy(more, 0, indexes, size, more.length);
    size += more.length;
  }

  /// The position of an index, below 0 where it was not found.
  int positionOf(int index) {
    return Arrays.binarySearch(indexes, 0, size, index);
  }

  /// The indexes at some positions, as they are now.
  int[] slice(int from, int to) {
    return Arrays.copyOfRange(indexes, from, to);
  }
}
