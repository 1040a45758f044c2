package app.lineup.model.channel;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Reads what counts of an entry of a block as a text: for whoever bytes are not enough for. Thread-safe: no state.
final class EntryText {

  private static final KnownField[] KNOWN = KnownField.values();

  private EntryText() {}

  static String of(ChannelBlock block, int entry, Field field) {
    return switch (field) {
      case KnownField known -> of(block, entry, known);
      case Attribute attribute -> of(block, entry, attribute);
      case DerivedField trait -> {
        Origin origin = block.origin(entry);
        yield switch (trait) {
          case SOURCE_NAME -> origin.sourceName();
          case SOURCE_TYPE -> origin.sourceType();
          case SOURCE_URL -> origin.sourceUrl();
          case MEDIA_TYPE -> mediaType(block, entry).ruleName();
        };
      }
      case ProgrammeField programme -> "";
    };
  }

  static MediaType mediaType(ChannelBlock block, int entry) {
    return MediaType.of(of(block, entry, MediaType.RADIO_ATTRIBUTE), of(block, entry, KnownField.STREAM_URL));
  }

  private static String of(ChannelBlock block, int entry, KnownField field) {
    int changed = block.newFrom(entry, field);
    if (changed >= 0) {
      return inArena(block, changed, block.newTo(entry, field));
    }
    if (field == KnownField.TVG_ID && block.is(entry, EntryLayout.NO_ID)) {
      return "";
    }
    int from = block.from(entry, field);
    int to = block.to(entry, field);
    if (from >= 0 && from < to) {
      return block.decode(entry, from, to);
    }
    return switch (field) {
      case GROUP_TITLE -> block.origin(entry).stickyGroup();
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT -> from < 0 ? inherited(block, entry, field.attribute()) : "";
      case CHANNEL_NAME, TVG_CHNO, STREAM_URL -> "";
    };
  }

  private static String of(ChannelBlock block, int entry, Attribute attribute) {
    for (KnownField field : KNOWN) {
      if (field.isAttribute() && field.attribute().equals(attribute.key())) {
        return of(block, entry, field);
      }
    }
    int column = block.newAttributes().indexOf(attribute);
    int changed = column < 0 ? ChannelBlock.NONE : block.newFrom(entry, column);
    if (changed >= 0) {
      return inArena(block, changed, block.newTo(entry, column));
    }
    int at = block.find(entry, attribute);
    return at < 0
        ? inherited(block, entry, attribute.key())
        : block.decode(entry, block.other(entry, at, 2), block.other(entry, at, 3));
  }

  /// A new text.
  static String inArena(ChannelBlock block, int from, int to) {
    return new String(block.arena(), from, to - from, StandardCharsets.UTF_8);
  }

  private static String inherited(ChannelBlock block, int entry, String key) {
    Map<String, String> header = block.origin(entry).headerValues();
    return header.isEmpty() ? "" : header.getOrDefault(key, "");
  }
}
