package app.lineup.m3u.scan;

import app.lineup.m3u.Ascii;
import app.lineup.m3u.AttributeScanner;
import app.lineup.m3u.Keys;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;

/// Notes where the parts of one `#EXTINF` line stand, in the entry under way of a [ChannelBlock]. Not thread-safe; used
/// for one line after the other.
final class InfoLine {

  private final AttributeScanner scanner = new AttributeScanner();
  private ChannelBlock block = new ChannelBlock();
  private boolean keyTwice;

  /// Begins with the entries of a block.
  void begin(ChannelBlock into) {
    block = into;
  }

  /// Forgets the line before.
  void clear() {
    block.beginEntry();
    keyTwice = false;
  }

  /// Reads the line whose text after `#EXTINF:` is `[from, to)`.
  void read(byte[] bytes, int lineFrom, int from, int to) {
    block.mark(EntryLayout.INFO_FROM, lineFrom);
    scanner.startInfo(bytes, from, to);
    while (scanner.nextAttribute()) {
      note(bytes);
    }
    block.mark(EntryLayout.ATTRIBUTES_TO, scanner.attributesTo);
    setRange(KnownField.CHANNEL_NAME, scanner.nameFrom, scanner.nameTo);
    if (!scanner.comma) {
      block.flag(EntryLayout.NO_COMMA);
    }
  }

  private void note(byte[] bytes) {
    KnownField field = Keys.known(bytes, scanner.keyFrom, scanner.keyTo);
    if (field == null) {
      keyTwice |= listed(bytes);
      block.addOther(scanner.keyFrom, scanner.keyTo, scanner.valueFrom, scanner.valueTo);
      return;
    }
    int before = block.writtenFrom(block.size(), field);
    if (before >= 0) {
      keyTwice = true;
      // The earlier one no longer counts; it is kept until a rule sets the field.
      block.addOther(0, 0, before, block.writtenTo(block.size(), field));
    }
    setRange(field, scanner.valueFrom, scanner.valueTo);
    if (field == KnownField.TVG_ID) {
      noteNoId(bytes);
    }
  }

  private void noteNoId(byte[] bytes) {
    int from = scanner.valueFrom;
    int to = scanner.valueTo;
    boolean none = Ascii.is(bytes, from, to, "(no tvg-id)") || Ascii.is(bytes, from, to, "null");
    if (none) {
      block.flag(EntryLayout.NO_ID);
    } else {
      block.unflag(EntryLayout.NO_ID);
    }
  }

  private boolean listed(byte[] bytes) {
    for (int i = 0; i < block.othersUnderWay(); i++) {
      int from = block.otherUnderWay(i, 0);
      int length = block.otherUnderWay(i, 1) - from;
      if (length > 0 && length == scanner.keyTo - scanner.keyFrom && sameKey(bytes, from, scanner.keyFrom, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameKey(byte[] block, int a, int b, int length) {
    for (int i = 0; i < length; i++) {
      if (Character.toLowerCase(block[a + i]) != Character.toLowerCase(block[b + i])) {
        return false;
      }
    }
    return true;
  }

  /// Notes the place of a field.
  void setRange(KnownField field, int from, int to) {
    block.place(field, from, to);
  }

  /// Notes another number of the layout.
  void set(int index, int value) {
    block.mark(index, value);
  }

  /// A number of the layout.
  int get(int index) {
    return block.place(block.size(), index);
  }

  /// Whether a field is there and not blank.
  boolean has(KnownField field) {
    return block.writtenFrom(block.size(), field) < block.writtenTo(block.size(), field);
  }

  /// Adds a flag of [EntryLayout].
  void flag(int flag) {
    block.flag(flag);
  }

  /// Whether an attribute was written twice (`M3U-18`).
  boolean keyTwice() {
    return keyTwice;
  }

  /// The entry is complete.
  void commit(Origin origin) {
    block.commit(origin);
  }
}
