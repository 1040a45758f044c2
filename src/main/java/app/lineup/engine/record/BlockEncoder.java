package app.lineup.engine.record;

import app.lineup.engine.flow.ChunkFunction;
import java.util.List;

/// Turns chunks into blocks, for writing them side by side. Not thread-safe; used by one thread at a time.
///
/// @param <T> the kind of item
public final class BlockEncoder<T> implements ChunkFunction<T, RecordBlock> {

  private final RecordForm<T> form;
  private final BlockWriter writer = new BlockWriter();
  private int items;

  public BlockEncoder(RecordForm<T> form) {
    this.form = form;
  }

  /// The chunk as one block: it has exactly as many items as a block of the form, unless it is the last.
  @Override
  public List<RecordBlock> apply(List<T> chunk) {
    chunk.forEach(this::add);
    return List.of(end());
  }

  void add(T item) {
    form.codec().write(item, writer);
    items++;
  }

  int items() {
    return items;
  }

  /// What was added as a block; the next one begins.
  RecordBlock end() {
    var block = new RecordBlock(writer.toBytes(), items);
    writer.clear();
    items = 0;
    return block;
  }
}
