package app.lineup.m3u.write;

import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;

/// The quote that begins the last value of a line without a comma and that nothing ends. Thread-safe: no state.
final class OpenQuote {

  private static final KnownField[] KNOWN = KnownField.values();

  private OpenQuote() {}

  /// Writes the quote that ends it, where there is one and the value is not written anew.
  static void put(ChannelBlock block, int entry, EntryEdits edits) {
    int end = block.place(entry, EntryLayout.ATTRIBUTES_TO);
    byte last = 0;
    for (KnownField field : KNOWN) {
      if (field.isAttribute() && block.writtenTo(entry, field) == end) {
        last = block.bytes()[block.writtenFrom(entry, field) - 1];
      }
    }
    for (int i = 0; i < block.others(entry); i++) {
      if (block.other(entry, i, 3) == end) {
        last = block.bytes()[block.other(entry, i, 2) - 1];
      }
    }
    if ((last == '"' || last == '\'') && !edits.endsAt(end)) {
      edits.text().put((char) last);
    }
  }
}
