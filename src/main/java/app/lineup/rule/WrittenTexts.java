package app.lineup.rule;

import app.lineup.model.Attribute;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Tells whether a field's new text is the very one that its entry has written in the field's own place, or nothing
/// where nothing is written, so that it would change no byte. Thread-safe: no state.
final class WrittenTexts {

  private WrittenTexts() {}

  /// Whether the field has a new text that is written already.
  static boolean isWritten(ChannelBlock block, int entry, KnownField field) {
    int from = block.newFrom(entry, field);
    return from >= 0 && isWritten(block, entry, field, from, block.newTo(entry, field));
  }

  /// Whether the attribute has a new text that is written already.
  static boolean isWritten(ChannelBlock block, int entry, Attribute attribute) {
    int column = block.newAttributes().indexOf(attribute);
    int from = column < 0 ? -1 : block.newFrom(entry, column);
    return from >= 0 && isWritten(block, entry, attribute, from, block.newTo(entry, column));
  }

  private static boolean isWritten(ChannelBlock block, int entry, KnownField field, int newFrom, int newTo) {
    int from = block.from(entry, field);
    boolean empty = newFrom == newTo;
    if (from < 0) {
      return empty && inheritsNothing(block, entry, field);
    }
    boolean ownPlace =
        from != block.place(entry, EntryLayout.EXTGRP_FROM) && from != block.place(entry, EntryLayout.STAND_IN_FROM);
    boolean maskedId = (empty || field == KnownField.TVG_ID) && block.is(entry, EntryLayout.NO_ID);
    if (!ownPlace || maskedId) {
      return false;
    }
    int to = block.to(entry, field);
    if (empty || from == to) {
      return empty && from == to && (field != KnownField.GROUP_TITLE || inheritsNothing(block, entry, field));
    }
    return stands(block, entry, from, to, newFrom, newTo);
  }

  private static boolean inheritsNothing(ChannelBlock block, int entry, KnownField field) {
    return switch (field) {
      case GROUP_TITLE -> block.origin(entry).stickyGroup().isEmpty();
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT -> inheritsNothing(block, entry, field.attribute());
      case CHANNEL_NAME, TVG_CHNO, STREAM_URL -> true;
    };
  }

  private static boolean inheritsNothing(ChannelBlock block, int entry, String key) {
    return block.origin(entry).headerValues().getOrDefault(key, "").isEmpty();
  }

  private static boolean isWritten(ChannelBlock block, int entry, Attribute attribute, int newFrom, int newTo) {
    int at = block.find(entry, attribute);
    if (at < 0) {
      return newFrom == newTo && inheritsNothing(block, entry, attribute.key());
    }
    return stands(block, entry, block.other(entry, at, 2), block.other(entry, at, 3), newFrom, newTo);
  }

  /// Whether the text that stands in `[from, to)` of the list is that in `[newFrom, newTo)` of the arena.
  private static boolean stands(ChannelBlock block, int entry, int from, int to, int newFrom, int newTo) {
    boolean sameBytes = block.is(entry, EntryLayout.ASCII)
        || block.charset(entry).equals(StandardCharsets.UTF_8) && !block.is(entry, EntryLayout.BROKEN_UTF8);
    if (sameBytes) {
      return to - from == newTo - newFrom && Arrays.equals(block.bytes(), from, to, block.arena(), newFrom, newTo);
    }
    String text = new String(block.arena(), newFrom, newTo - newFrom, StandardCharsets.UTF_8);
    return block.decode(entry, from, to).equals(text);
  }
}
