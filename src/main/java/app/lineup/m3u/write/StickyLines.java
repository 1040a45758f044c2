package app.lineup.m3u.write;

import app.lineup.m3u.Ascii;
import app.lineup.m3u.Lines;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;

/// Finds the lasting `#EXTGRP` lines that stand before an entry's info line. Thread-safe: no state.
final class StickyLines {

  private StickyLines() {}

  /// Takes them out.
  static void remove(ChannelBlock block, int entry, EntryEdits edits) {
    byte[] bytes = block.bytes();
    int info = block.place(entry, EntryLayout.INFO_FROM);
    int end = info >= 0 ? info : block.writtenFrom(entry, KnownField.STREAM_URL);
    int at = block.place(entry, EntryLayout.ENTRY_FROM);
    while (at < end) {
      int stop = Lines.end(bytes, at, end);
      int next = Lines.after(bytes, stop, end);
      int first = Ascii.skipBlanks(bytes, at, stop);
      if (Ascii.startsWith(bytes, first, stop, "#extgrp:")) {
        edits.replace(at, next);
      }
      at = next;
    }
  }
}
