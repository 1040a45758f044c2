package app.lineup.entry;

import app.lineup.model.Attribute;
import app.lineup.model.Channel;
import app.lineup.model.KnownField;
import app.lineup.model.Places;

/// Takes out the attributes that do not count once a rule sets their field (`INPUTS` row 18).
final class Duplicates {

  private static final int EXTINF = "#EXTINF:".length();

  private Duplicates() {}

  static void remove(Channel channel, KnownField field, EntryEdits edits) {
    if (field.isAttribute() && hasDuplicate(channel)) {
      int counts = channel.place(field.ordinal() * 2);
      AttributeScanner scanner = scanner(channel);
      while (scanner.nextAttribute()) {
        if (scanner.valueFrom != counts && field == Keys.known(channel.block(), scanner.keyFrom, scanner.keyTo)) {
          takeOut(channel, scanner, edits);
        }
      }
    }
  }

  static void remove(Channel channel, Attribute attribute, int countingKey, EntryEdits edits) {
    AttributeScanner scanner = scanner(channel);
    while (scanner.nextAttribute()) {
      if (scanner.keyFrom != countingKey
          && Ascii.is(channel.block(), scanner.keyFrom, scanner.keyTo, attribute.key())) {
        takeOut(channel, scanner, edits);
      }
    }
  }

  private static void takeOut(Channel channel, AttributeScanner scanner, EntryEdits edits) {
    int from = scanner.keyFrom;
    while (Ascii.isBlank(channel.block()[from - 1])) {
      from--;
    }
    edits.replace(from, scanner.attributesTo, "");
  }

  private static AttributeScanner scanner(Channel channel) {
    byte[] block = channel.block();
    int from = Ascii.skipBlanks(block, channel.place(Places.INFO_FROM), channel.place(Places.ENTRY_TO));
    int to = Lines.end(block, from, block.length);
    var scanner = new AttributeScanner();
    scanner.startInfo(block, from + EXTINF, Ascii.trimEnd(block, from + EXTINF, to));
    return scanner;
  }

  /// A known field that was written twice is listed among the others without its key.
  private static boolean hasDuplicate(Channel channel) {
    for (int i = 0; i < channel.otherAttributes(); i++) {
      if (channel.place(Places.OTHERS + 4 * i) == channel.place(Places.OTHERS + 4 * i + 1)) {
        return true;
      }
    }
    return false;
  }
}
