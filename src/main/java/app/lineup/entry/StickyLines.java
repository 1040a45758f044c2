package app.lineup.entry;

import app.lineup.model.Channel;
import app.lineup.model.KnownField;
import app.lineup.model.Places;

/// Finds the lasting `#EXTGRP` lines that stand before an entry's info line.
final class StickyLines {

  private StickyLines() {}

  /// Takes them out.
  static void remove(Channel channel, EntryEdits edits) {
    byte[] block = channel.block();
    int info = channel.place(Places.INFO_FROM);
    int end = info >= 0 ? info : channel.place(KnownField.STREAM_URL.ordinal() * 2);
    int at = channel.place(Places.ENTRY_FROM);
    while (at < end) {
      int stop = Lines.end(block, at, end);
      int next = Lines.after(block, stop, end);
      int first = Ascii.skipBlanks(block, at, stop);
      if (Ascii.startsWith(block, first, stop, "#extgrp:")) {
        edits.replace(at, next, "");
      }
      at = next;
    }
  }
}
