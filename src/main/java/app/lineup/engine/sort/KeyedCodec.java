package app.lineup.engine.sort;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;

/// Writes the key before its item, so that runs are merged without making keys again. Thread-safe: no state.
///
/// @param items writes the items
record KeyedCodec<T>(ItemCodec<T> items) implements ItemCodec<Keyed<T>> {

  /// Two objects, one of them an array.
  private static final int OBJECT_BYTES = 56;

  @Override
  public String form() {
    return "keyed " + items.form();
  }

  /// A quarter of the usual: a block of each file is in memory while runs are merged, and with all files open that is a
  /// few megabytes.
  @Override
  public int blockItems() {
    return items.blockItems() / 4;
  }

  @Override
  public void write(Keyed<T> keyed, BlockWriter out) {
    items.writeKey(keyed.key(), out);
    items.write(keyed.item(), out);
  }

  @Override
  public Keyed<T> read(BlockReader in) {
    byte[] key = items.readKey(in);
    return new Keyed<>(key, items.read(in));
  }

  @Override
  public Keyed<T> owned(Keyed<T> keyed) {
    return new Keyed<>(keyed.key(), items.owned(keyed.item()));
  }

  @Override
  public long weigh(Keyed<T> keyed) {
    return OBJECT_BYTES + keyed.key().length + items.weigh(keyed.item());
  }
}
