package app.lineup.m3u.write;

import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;

/// The line end that an entry uses. Thread-safe: no state.
final class LineEnd {

  private LineEnd() {}

  /// Writes it.
  static void put(ChannelBlock block, int entry, ByteSink sink) {
    byte[] bytes = block.bytes();
    int from = block.place(entry, EntryLayout.ENTRY_FROM);
    int to = block.place(entry, EntryLayout.ENTRY_TO);
    byte last = to == from ? (byte) '\n' : bytes[to - 1];
    boolean both = last == '\n' && to - 2 >= from && bytes[to - 2] == '\r';
    if (both || last == '\r') {
      sink.put('\r');
    }
    if (last != '\r') {
      sink.put('\n');
    }
  }
}
