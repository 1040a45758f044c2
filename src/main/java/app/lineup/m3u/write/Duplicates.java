package app.lineup.m3u.write;

import app.lineup.m3u.Ascii;
import app.lineup.m3u.AttributeScanner;
import app.lineup.m3u.Keys;
import app.lineup.m3u.Lines;
import app.lineup.model.Attribute;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;

/// Takes out the attributes that do not count once a rule sets their field (`M3U-18`). Thread-safe: no state.
final class Duplicates {

  private static final int EXTINF = "#EXTINF:".length();

  private Duplicates() {}

  static void remove(ChannelBlock block, int entry, KnownField field, EntryEdits edits) {
    if (field.isAttribute() && hasDuplicate(block, entry)) {
      int counts = block.writtenFrom(entry, field);
      AttributeScanner scanner = scanner(block, entry);
      while (scanner.nextAttribute()) {
        if (scanner.valueFrom != counts && field == Keys.known(block.bytes(), scanner.keyFrom, scanner.keyTo)) {
          takeOut(block.bytes(), scanner, edits);
        }
      }
    }
  }

  /// @param counting which of the listed attributes counts: the last one that has the key
  static void remove(ChannelBlock block, int entry, Attribute attribute, int counting, EntryEdits edits) {
    if (isListedBefore(block, entry, attribute, counting)) {
      int countingKey = block.other(entry, counting, 0);
      AttributeScanner scanner = scanner(block, entry);
      while (scanner.nextAttribute()) {
        if (scanner.keyFrom != countingKey
            && Ascii.is(block.bytes(), scanner.keyFrom, scanner.keyTo, attribute.key())) {
          takeOut(block.bytes(), scanner, edits);
        }
      }
    }
  }

  private static void takeOut(byte[] bytes, AttributeScanner scanner, EntryEdits edits) {
    int from = scanner.keyFrom;
    while (Ascii.isBlank(bytes[from - 1])) {
      from--;
    }
    edits.replace(from, scanner.attributesTo);
  }

  private static AttributeScanner scanner(ChannelBlock block, int entry) {
    byte[] bytes = block.bytes();
    int entryTo = block.place(entry, EntryLayout.ENTRY_TO);
    int from = Ascii.skipBlanks(bytes, block.place(entry, EntryLayout.INFO_FROM), entryTo);
    int to = Lines.end(bytes, from, entryTo);
    var scanner = new AttributeScanner();
    scanner.startInfo(bytes, from + EXTINF, Ascii.trimEnd(bytes, from + EXTINF, to));
    return scanner;
  }

  /// A known field that was written twice is listed among the others without its key.
  private static boolean hasDuplicate(ChannelBlock block, int entry) {
    for (int i = block.others(entry) - 1; i >= 0; i--) {
      if (block.other(entry, i, 0) == block.other(entry, i, 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isListedBefore(ChannelBlock block, int entry, Attribute attribute, int counting) {
    for (int i = counting - 1; i >= 0; i--) {
      if (Ascii.is(block.bytes(), block.other(entry, i, 0), block.other(entry, i, 1), attribute.key())) {
        return true;
      }
    }
    return false;
  }
}
