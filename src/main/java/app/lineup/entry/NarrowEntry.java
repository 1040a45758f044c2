package app.lineup.entry;

import app.lineup.model.ByteSearch;
import app.lineup.model.Changes;
import app.lineup.model.Channel;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.Places;
import app.lineup.model.Trait;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Makes channels that say the same as others in the fields that rules mostly ask for, and nothing else: a quarter of the
/// bytes, for who only wants to ask and never to publish. Thread-safe: no state.
public final class NarrowEntry {

  private static final List<KnownField> KEPT = List.of(
      KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID, KnownField.TVG_NAME, KnownField.TVG_SHIFT, KnownField.TVG_CHNO);

  private static final Set<Field> FIELDS = Set.of(
      KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID, KnownField.TVG_NAME, KnownField.TVG_SHIFT,
      KnownField.TVG_CHNO, Trait.SOURCE_NAME, Trait.SOURCE_TYPE, Trait.SOURCE_URL);

  private NarrowEntry() {}

  /// Whether all of these fields can be asked for of a narrow channel.
  public static boolean has(Set<Field> fields) {
    return FIELDS.containsAll(fields);
  }

  /// A channel with the same texts in those fields; what it says in others is not to be asked for.
  public static Channel of(Channel channel) {
    return new Narrowing(channel).narrow();
  }

  /// One channel being copied. Confined.
  private static final class Narrowing {

    private final Channel channel;
    private final int[] places = new int[Places.OTHERS];
    private byte[] bytes;
    private int length;
    private boolean ascii = true;
    private Changes changes = Changes.NONE;

    Narrowing(Channel channel) {
      this.channel = channel;
      this.bytes = new byte[channel.place(Places.ENTRY_TO) - channel.place(Places.ENTRY_FROM)];
      Arrays.fill(places, -1);
    }

    Channel narrow() {
      copy(Places.EXTGRP_FROM);
      copy(Places.STAND_IN_FROM);
      for (KnownField field : KEPT) {
        copy(field);
      }
      places[Places.ENTRY_FROM] = 0;
      places[Places.ENTRY_TO] = length;
      places[Places.FLAGS] = channel.place(Places.FLAGS) & ~(ascii ? 0 : Places.ASCII);
      Channel narrow = new Channel(Arrays.copyOf(bytes, length), places, channel.origin());
      return changes == Changes.NONE ? narrow : narrow.withChanges(changes);
    }

    private void copy(KnownField field) {
      String changed = channel.changed(field);
      if (changed == null) {
        if (field != KnownField.TVG_NAME || !isTwin()) {
          copy(field.ordinal() * 2);
        }
      } else if (canStandInBytes(field, changed)) {
        write(field, changed.getBytes(StandardCharsets.UTF_8));
      } else {
        copy(field.ordinal() * 2);
        changes = changes.with(field, changed);
      }
    }

    /// A changed text is found quicker in bytes than beside them, where the flags, which say how to read bytes, allow it.
    private boolean canStandInBytes(KnownField field, String text) {
      return (field == KnownField.CHANNEL_NAME || field == KnownField.GROUP_TITLE) && !text.isEmpty()
          && (isAscii(text) || !channel.is(Places.WINDOWS_1251 | Places.WINDOWS_1252 | Places.BROKEN_UTF8));
    }

    private static boolean isAscii(String text) {
      return text.chars().allMatch(c -> c < 0x80);
    }

    private void write(KnownField field, byte[] text) {
      if (field == KnownField.CHANNEL_NAME) {
        places[Places.STAND_IN_FROM] = -1;
        places[Places.STAND_IN_TO] = -1;
      }
      ascii &= ByteSearch.nextHigh(text, 0, text.length) == text.length;
      append(field.ordinal() * 2, text, 0, text.length);
    }

    /// Mostly the name stands there twice: then its bytes serve for both.
    private boolean isTwin() {
      int name = KnownField.CHANNEL_NAME.ordinal() * 2;
      int twin = KnownField.TVG_NAME.ordinal() * 2;
      if (places[name] < 0 || channel.place(twin) < 0
          || !Arrays.equals(bytes, places[name], places[name + 1], channel.block(), channel.place(twin), channel.place(twin + 1))) {
        return false;
      }
      places[twin] = places[name];
      places[twin + 1] = places[name + 1];
      return true;
    }

    private void copy(int at) {
      if (channel.place(at) >= 0) {
        append(at, channel.block(), channel.place(at), channel.place(at + 1));
      }
    }

    private void append(int at, byte[] from, int start, int end) {
      if (bytes.length < length + end - start) {
        bytes = Arrays.copyOf(bytes, 2 * (length + end - start));
      }
      System.arraycopy(from, start, bytes, length, end - start);
      places[at] = length;
      length += end - start;
      places[at + 1] = length;
    }
  }
}
