package app.lineup.engine.record;

import java.util.ArrayList;
import java.util.List;

/// What a file of records is made of. Immutable, thread-safe.
///
/// @param codec      writes and reads an item
/// @param blockItems how many items a block has, the last one perhaps fewer; at least 1
/// @param <T>        the kind of item
public record RecordForm<T>(ItemCodec<T> codec, int blockItems) {

  public RecordForm {
    if (blockItems < 1) {
      throw new IllegalArgumentException("a block has at least one item");
    }
  }

  /// The items of a block. They are views of its bytes.
  ///
  /// @param stored what a [BlockEncoder] of this form made of them
  /// @param count  how many they are
  List<T> read(byte[] stored, int count) {
    var in = new BlockReader(stored);
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(codec.read(in));
    }
    return items;
  }

  /// What its files say they are made of.
  String name() {
    return codec.form();
  }
}
