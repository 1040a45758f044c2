package app.lineup.engine.accumulate;

/// What a file of records is made of. Immutable, thread-safe.
///
/// @param codec      writes and reads an item
/// @param blockItems how many items a block has, the last one perhaps fewer; at least 1
/// @param packing    what is done with the bytes of a block
/// @param <T>        the kind of item
public record RecordForm<T>(ItemCodec<T> codec, int blockItems, BlockPacking packing) {

  public RecordForm {
    if (blockItems < 1) {
      throw new IllegalArgumentException("a block has at least one item");
    }
  }

  /// Blocks as their items were written.
  public RecordForm(ItemCodec<T> codec, int blockItems) {
    this(codec, blockItems, BlockPacking.NONE);
  }

  /// What its files say they are made of.
  String name() {
    return packing.form().isEmpty() ? codec.form() : codec.form() + ", " + packing.form();
  }
}
