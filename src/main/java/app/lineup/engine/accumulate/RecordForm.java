package app.lineup.engine.accumulate;

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
}
