package app.lineup.engine.record;

import java.util.Arrays;

/// How items of one kind are written into a block, read back, and weighed. Every item comes back equal to what was
/// written. Thread-safe: no state.
///
/// A block is read as a whole, so that what its items have in common is written once: see [BlockWriter#shared].
///
/// @param <T> the kind of item
public interface ItemCodec<T> {

  /// Names the form of what it writes; a new form gets another name, so that a file of the old one is recognised.
  String form();

  /// How many items are written as one block, which is read as a whole: as many as make some 80 KB.
  default int blockItems() {
    return 256;
  }

  /// Writes one item.
  void write(T item, BlockWriter out);

  /// Reads the item that was written at this place. It may be a view of the block's bytes, which do not change.
  T read(BlockReader in);

  /// Writes the bytes by which the next item is ordered.
  default void writeKey(byte[] key, BlockWriter out) {
    out.number(key.length);
    out.raw(key, 0, key.length);
  }

  /// Reads what [#writeKey] wrote.
  default byte[] readKey(BlockReader in) {
    int length = in.count();
    int from = in.position();
    in.skip(length);
    return Arrays.copyOfRange(in.array(), from, from + length);
  }

  /// The same item holding nothing but its own bytes, so that it may rest while what it was cut from is let go.
  T owned(T item);

  /// About how many bytes of memory the item takes at rest; where the codec cannot tell, what its kind is declared to
  /// weigh.
  default long weigh(T item) {
    return DeclaredWeight.ANYTHING.bytes();
  }
}
