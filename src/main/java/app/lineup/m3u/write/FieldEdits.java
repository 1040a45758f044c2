package app.lineup.m3u.write;

import app.lineup.m3u.Ascii;
import app.lineup.model.Attribute;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Says what is replaced in an entry so that a field has a new text. Not thread-safe; used for one entry after the
/// other.
final class FieldEdits {

  private static final byte[] INFO = "#EXTINF:-1".getBytes(StandardCharsets.US_ASCII);

  private final EntryEdits edits = new EntryEdits();
  /// Attributes that the entry does not have yet.
  private final ByteSink fresh = new ByteSink(512);
  /// Of the other attributes that the block has new texts of.
  private AttributeKey[] keys = new AttributeKey[0];

  private ChannelBlock block = EntryChanges.NO_BLOCK;
  private byte[] bytes = block.bytes();
  private int entry;

  /// Begins with a block, in which nothing is changed from here on.
  void begin(ChannelBlock of) {
    block = of;
    bytes = of.bytes();
    List<Attribute> attributes = of.newAttributes();
    if (keys.length < attributes.size()) {
      keys = new AttributeKey[attributes.size()];
      Arrays.setAll(keys, i -> AttributeKey.of(attributes.get(i).key()));
    }
    for (int i = 0; i < attributes.size(); i++) {
      String name = attributes.get(i).key();
      if (!keys[i].name().equals(name)) {
        keys[i] = AttributeKey.of(name);
      }
    }
  }

  /// Begins with an entry of the block.
  void begin(int index) {
    entry = index;
    edits.clear();
    fresh.clear();
  }

  /// All that was said of the entry.
  EntryEdits edits() {
    return edits;
  }

  /// Whether attributes are waiting for [#insert].
  boolean hasFresh() {
    return fresh.length() > 0;
  }

  /// Gives a field the text in `[textFrom, textTo)`.
  void set(KnownField field, byte[] text, int textFrom, int textTo) {
    int from = block.writtenFrom(entry, field);
    int to = block.writtenTo(entry, field);
    switch (field) {
      case STREAM_URL -> replace(from, to, text, textFrom, textTo);
      case CHANNEL_NAME -> {
        // Where the line or its comma is missing, insert() writes the name with it.
        if (block.place(entry, EntryLayout.INFO_FROM) >= 0 && !block.is(entry, EntryLayout.NO_COMMA)) {
          replace(from, to, text, textFrom, textTo);
        }
      }
      case GROUP_TITLE -> {
        int line = block.place(entry, EntryLayout.EXTGRP_FROM);
        if (line >= 0) {
          replace(line, block.place(entry, EntryLayout.EXTGRP_TO), text, textFrom, textTo);
        }
        if (from >= 0 || line < 0) {
          attribute(AttributeKey.of(field), from, to, text, textFrom, textTo);
        }
      }
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT, TVG_CHNO ->
          attribute(AttributeKey.of(field), from, to, text, textFrom, textTo);
    }
    if (block.others(entry) > 0) {
      Duplicates.remove(block, entry, field, edits);
    }
  }

  private void replace(int from, int to, byte[] text, int textFrom, int textTo) {
    edits.text().put(text, textFrom, textTo);
    edits.replace(from, to);
  }

  /// Gives another attribute its new text.
  ///
  /// @param column which of the block's new attributes
  void setOther(int column) {
    int textFrom = block.newFrom(entry, column);
    int textTo = block.newTo(entry, column);
    byte[] arena = block.arena();
    Attribute attribute = block.newAttributes().get(column);
    for (int i = block.others(entry) - 1; i >= 0; i--) {
      if (Ascii.is(bytes, block.other(entry, i, 0), block.other(entry, i, 1), attribute.key())) {
        attribute(keys[column], block.other(entry, i, 2), block.other(entry, i, 3), arena, textFrom, textTo);
        Duplicates.remove(block, entry, attribute, i, edits);
        return;
      }
    }
    attribute(keys[column], -1, -1, arena, textFrom, textTo);
  }

  /// Gives an attribute the text in `[textFrom, textTo)`.
  ///
  /// @param from where its value stands, −1 where it has none
  void attribute(AttributeKey key, int from, int to, byte[] text, int textFrom, int textTo) {
    if (from >= 0) {
      rewrite(from, to, text, textFrom, textTo);
    } else if (textFrom < textTo || block.origin(entry).headerValues().containsKey(key.name())) {
      // A blank one is written only where the entry would inherit another.
      fresh.put(key.opened());
      fresh.putQuotable(text, textFrom, textTo);
      fresh.put('"');
    }
  }

  /// The value goes between double quotes, whatever it stood between.
  private void rewrite(int from, int to, byte[] text, int textFrom, int textTo) {
    byte before = bytes[from - 1];
    boolean quoted = before == '"' || before == '\'';
    boolean closed = quoted && to < block.place(entry, EntryLayout.ENTRY_TO) && bytes[to] == before;
    ByteSink by = edits.text();
    if (before == '"' && closed) {
      by.putQuotable(text, textFrom, textTo);
      edits.replace(from, to);
    } else {
      by.put('"');
      by.putQuotable(text, textFrom, textTo);
      by.put('"');
      edits.replace(quoted ? from - 1 : from, closed ? to + 1 : to);
    }
  }

  /// New attributes go before the name's comma; what is missing for them is written with them.
  ///
  /// @param renamed whether the entry has a new name
  void insert(boolean renamed) {
    ByteSink text = edits.text();
    if (block.place(entry, EntryLayout.INFO_FROM) < 0) {
      text.put(INFO);
      putFresh(text);
      text.put(',');
      putName(text, renamed);
      LineEnd.put(block, entry, text);
      edits.insertFirst(block.writtenFrom(entry, KnownField.STREAM_URL));
      return;
    }
    int at = block.place(entry, EntryLayout.ATTRIBUTES_TO);
    if (!block.is(entry, EntryLayout.NO_COMMA)) {
      putFresh(text);
      edits.replace(at, at);
      return;
    }
    OpenQuote.put(block, entry, edits);
    putFresh(text);
    text.put(',');
    if (renamed) {
      putName(text, true);
    }
    edits.replace(at, renamed ? Math.max(at, block.writtenTo(entry, KnownField.CHANNEL_NAME)) : at);
  }

  private void putFresh(ByteSink text) {
    text.put(fresh.bytes(), 0, fresh.length());
  }

  private void putName(ByteSink text, boolean renamed) {
    KnownField name = KnownField.CHANNEL_NAME;
    int from = block.from(entry, name);
    int to = block.to(entry, name);
    if (renamed) {
      text.put(block.arena(), block.newFrom(entry, name), block.newTo(entry, name));
    } else if (block.is(entry, EntryLayout.ASCII) && from >= 0) {
      text.put(bytes, from, to);
    } else {
      text.put(block.text(entry, name).getBytes(StandardCharsets.UTF_8));
    }
  }
}
