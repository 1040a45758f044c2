package app.lineup.engine.accumulate;

/// What the records of a file are made of. Immutable, thread-safe.
///
/// @param codec      writes and reads an item
/// @param packing    makes blocks smaller
/// @param blockItems how many items a block has, the last one perhaps fewer; at least 1
/// @param <T>        the kind of item
public record RecordForm<T>(ItemCodec<T> codec, BlockPacking packing, int blockItems) {

  /// Enough for packing to find what items have in common, few enough that reading one item reads little.
  public static final int BLOCK_ITEMS = 256;

  public RecordForm {
    if (blockItems < 1) {
      throw new IllegalArgumentException("a block has at least one item");
    }
  }

  /// The name that a file bears, so that one of another form is recognised.
  String name() {
    return codec.form() + " " + packing.form();
  }
}
