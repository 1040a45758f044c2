package app.lineup.pipeline.generate;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;
import app.lineup.model.channel.M3uEntry;
import java.util.Arrays;

/// Writes an entry as its bytes. Thread-safe: no state.
final class M3uEntryCodec implements ItemCodec<M3uEntry> {

  /// The record's own and its array's.
  private static final int OBJECT_BYTES = 40;

  @Override
  public String form() {
    return "m3u entry 1";
  }

  @Override
  public void write(M3uEntry entry, BlockWriter out) {
    out.number(entry.length());
    out.raw(entry.bytes(), entry.from(), entry.length());
  }

  @Override
  public M3uEntry read(BlockReader in) {
    int length = in.count();
    int from = in.position();
    in.skip(length);
    return new M3uEntry(in.array(), from, length);
  }

  @Override
  public M3uEntry owned(M3uEntry entry) {
    boolean alone = entry.length() == entry.bytes().length;
    return alone
        ? entry
        : new M3uEntry(Arrays.copyOfRange(entry.bytes(), entry.from(), entry.from() + entry.length()), 0,
            entry.length());
  }

  @Override
  public long weigh(M3uEntry entry) {
    return (long) OBJECT_BYTES + entry.length();
  }
}
