package app.lineup.model.channel;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One entry of a playlist: a view of its provider's bytes and what was changed since. Immutable, safe to share.
///
/// The bytes stand in a block that many channels share; nobody writes to a block after it was scanned. A field is
/// decoded only when its text is asked for, so that what no rule reads costs nothing. (Design: "a channel is its
/// provider's bytes, plus what the rules changed".)
public final class Channel {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private final byte[] block;
  private final int[] places;
  private final Origin origin;
  private final Overrides changes;

  /// A channel as it was read.
  ///
  /// @param block  the bytes, never written to again
  /// @param places where its parts stand, in the layout of [EntryLayout]
  /// @param origin where it comes from
  public Channel(byte[] block, int[] places, Origin origin) {
    this(block, places, origin, Overrides.NONE);
  }

  private Channel(byte[] block, int[] places, Origin origin, Overrides changes) {
    this.block = block;
    this.places = places;
    this.origin = origin;
    this.changes = changes;
  }

  /// This channel with one more field changed.
  public Channel with(Field field, String value) {
    return new Channel(block, places, origin, changes.with(field, value));
  }

  /// This channel with other changes in place of its own.
  public Channel withChanges(Overrides newChanges) {
    return new Channel(block, places, origin, newChanges);
  }

  /// This channel read as UTF-8, whatever its bytes look like.
  public Channel readAsUtf8() {
    int[] asUtf8 = places.clone();
    asUtf8[EntryLayout.FLAGS] &= ~(EntryLayout.WINDOWS_1251 | EntryLayout.WINDOWS_1252);
    return new Channel(block, asUtf8, origin, changes);
  }

  /// The array that the entry stands in. Read only.
  public byte[] block() {
    return block;
  }

  /// A number of the layout in [EntryLayout].
  public int place(int index) {
    return places[index];
  }

  /// Copies the numbers below [EntryLayout#OTHERS].
  void copyPlaces(int[] into, int at) {
    System.arraycopy(places, 0, into, at, EntryLayout.OTHERS);
  }

  /// Whether the entry stands in this very array.
  @SuppressWarnings("ReferenceEquality") // Another array with the same bytes is another.
  boolean standsIn(byte[] array) {
    return block == array;
  }

  /// How many attributes are listed from [EntryLayout#OTHERS] on.
  public int otherAttributes() {
    return (places.length - EntryLayout.OTHERS) / 4;
  }

  /// Whether the entry has the flag, one of [EntryLayout].
  public boolean is(int flag) {
    return (places[EntryLayout.FLAGS] & flag) != 0;
  }

  /// Where the channel comes from.
  public Origin origin() {
    return origin;
  }

  /// What was changed since it was read.
  public Overrides changes() {
    return changes;
  }

  /// Whether the text of `field` is just the bytes from [#from] to [#to], neither changed nor inherited.
  public boolean standsInBytes(KnownField field) {
    return changes.of(field) == null && from(field) >= 0;
  }

  /// The first byte of what counts as `field`'s value in the entry, −1 where there is none.
  public int from(KnownField field) {
    return places[valueIndex(field)];
  }

  /// After the last byte of what counts as `field`'s value in the entry.
  public int to(KnownField field) {
    return places[valueIndex(field) + 1];
  }

  private int valueIndex(KnownField field) {
    int index = field.ordinal() * 2;
    return switch (field) {
      case CHANNEL_NAME -> places[EntryLayout.STAND_IN_FROM] >= 0 ? EntryLayout.STAND_IN_FROM : index;
      case GROUP_TITLE -> places[index] == places[index + 1] && places[EntryLayout.EXTGRP_FROM] >= 0
          ? EntryLayout.EXTGRP_FROM
          : index;
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT, TVG_CHNO, STREAM_URL -> index;
    };
  }

  /// The text of `field` as it counts now: changed, written, or inherited; empty where there is none.
  public String text(Field field) {
    return switch (field) {
      case KnownField known -> text(known);
      case Attribute attribute -> text(attribute);
      case DerivedField trait -> switch (trait) {
        case SOURCE_NAME -> origin.sourceName();
        case SOURCE_TYPE -> origin.sourceType();
        case SOURCE_URL -> origin.sourceUrl();
        case MEDIA_TYPE -> mediaType().ruleName();
      };
      case ProgrammeField programme -> "";
    };
  }

  /// What the stream carries.
  public MediaType mediaType() {
    return MediaType.of(text(MediaType.RADIO_ATTRIBUTE), text(KnownField.STREAM_URL));
  }

  private String text(KnownField field) {
    String changed = changes.of(field);
    if (changed != null) {
      return changed;
    }
    int from = from(field);
    if (field == KnownField.TVG_ID && is(EntryLayout.NO_ID)) {
      return "";
    }
    if (from >= 0 && from < to(field)) {
      return decode(from, to(field));
    }
    return switch (field) {
      case GROUP_TITLE -> origin.stickyGroup();
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT ->
          from < 0 ? origin.headerValues().getOrDefault(field.attribute(), "") : "";
      case CHANNEL_NAME, TVG_CHNO, STREAM_URL -> "";
    };
  }

  private String text(Attribute attribute) {
    for (KnownField field : KnownField.values()) {
      if (field.isAttribute() && field.attribute().equals(attribute.key())) {
        return text(field);
      }
    }
    String changed = changes.of(attribute);
    if (changed != null) {
      return changed;
    }
    int at = find(attribute);
    return at < 0
        ? origin.headerValues().getOrDefault(attribute.key(), "")
        : decode(places[at + 2], places[at + 3]);
  }

  /// Whether the `#EXTINF` line has the attribute, whatever its value.
  public boolean writes(Attribute attribute) {
    return find(attribute) >= 0;
  }

  /// The last listing of the attribute among the others, because the last one counts (`M3U-18`).
  private int find(Attribute attribute) {
    for (int at = places.length - 4; at >= EntryLayout.OTHERS; at -= 4) {
      if (keyIs(block, places[at], places[at + 1], attribute.key())) {
        return at;
      }
    }
    return -1;
  }

  /// Whether `key`, in lower case, stands in `[from, to)` in any case.
  static boolean keyIs(byte[] block, int from, int to, String key) {
    if (to - from != key.length()) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (Character.toLowerCase((char) (block[from + i] & 0xFF)) != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The charset in which the entry was written, as far as its bytes tell.
  public Charset charset() {
    return charset(places[EntryLayout.FLAGS]);
  }

  static Charset charset(int flags) {
    return (flags & EntryLayout.WINDOWS_1251) != 0
        ? WINDOWS_1251
        : (flags & EntryLayout.WINDOWS_1252) != 0 ? WINDOWS_1252 : StandardCharsets.UTF_8;
  }

  private String decode(int from, int to) {
    // Latin-1 decoding of ASCII bytes is a plain copy; UTF-8 would look at each byte first.
    Charset charset = is(EntryLayout.ASCII) ? StandardCharsets.ISO_8859_1 : charset();
    return new String(block, from, to - from, charset);
  }

  /// The channel's name and group, for logs and messages; carries no address.
  @Override
  public String toString() {
    return text(KnownField.CHANNEL_NAME) + " [" + text(KnownField.GROUP_TITLE) + "]";
  }

  /// The changed text of `field`, or null.
  public @Nullable String changed(KnownField field) {
    return changes.of(field);
  }
}
