package app.lineup.m3u.write;

import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ByteSearch;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Overrides;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Makes channels that say the same as others in the fields that rules mostly ask for, and nothing else: a quarter of
/// the bytes, for who only wants to ask and never to publish. Thread-safe: no state.
public final class NarrowEntry {

  private static final List<KnownField> KEPT = List.of(
      KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID, KnownField.TVG_NAME, KnownField.TVG_SHIFT,
      KnownField.TVG_CHNO);

  private static final Set<Field> FIELDS = Set.of(
      KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID, KnownField.TVG_NAME, KnownField.TVG_SHIFT,
      KnownField.TVG_CHNO, DerivedField.SOURCE_NAME, DerivedField.SOURCE_TYPE, DerivedField.SOURCE_URL);

  private NarrowEntry() {}

  /// Whether all of these fields can be asked for of a narrow channel.
  public static boolean has(Set<Field> fields) {
    return FIELDS.containsAll(fields);
  }

  /// A channel with the same texts in those fields; what it says in others is not to be asked for.
  public static Channel of(Channel channel) {
    return new Narrowing(channel).narrow();
  }

  /// One channel being copied. Not thread-safe; used by one thread.
  private static final class Narrowing {

    private final Channel channel;
    private final int[] places = new int[EntryLayout.OTHERS];
    private byte[] bytes;
    private int length;
    private boolean ascii = true;
    private Overrides changes = Overrides.NONE;

    Narrowing(Channel channel) {
      this.channel = channel;
      this.bytes = new byte[channel.place(EntryLayout.ENTRY_TO) - channel.place(EntryLayout.ENTRY_FROM)];
      Arrays.fill(places, -1);
    }

    Channel narrow() {
      copy(EntryLayout.EXTGRP_FROM);
      copy(EntryLayout.STAND_IN_FROM);
      for (KnownField field : KEPT) {
        copy(field);
      }
      places[EntryLayout.ENTRY_FROM] = 0;
      places[EntryLayout.ENTRY_TO] = length;
      places[EntryLayout.FLAGS] = channel.place(EntryLayout.FLAGS) & ~(ascii ? 0 : EntryLayout.ASCII);
      Channel narrow = new Channel(Arrays.copyOf(bytes, length), places, channel.origin());
      return changes == Overrides.NONE ? narrow : narrow.withChanges(changes);
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

    /// A changed text is found quicker in bytes than beside them, where the flags, which say how to read bytes, allow
    /// it.
    private boolean canStandInBytes(KnownField field, String text) {
      return (field == KnownField.CHANNEL_NAME || field == KnownField.GROUP_TITLE) && !text.isEmpty()
          && (isAscii(text)
              || !channel.is(EntryLayout.WINDOWS_1251 | EntryLayout.WINDOWS_1252 | EntryLayout.BROKEN_UTF8));
    }

    private static boolean isAscii(String text) {
      return text.chars().allMatch(c -> c < 0x80);
    }

    private void write(KnownField field, byte[] text) {
      if (field == KnownField.CHANNEL_NAME) {
        places[EntryLayout.STAND_IN_FROM] = -1;
        places[EntryLayout.STAND_IN_TO] = -1;
      }
      ascii &= ByteSearch.nextHigh(text, 0, text.length) == text.length;
      append(field.ordinal() * 2, text, 0, text.length);
    }

    /// Mostly the name stands there twice: then its bytes serve for both.
    private boolean isTwin() {
      int name = KnownField.CHANNEL_NAME.ordinal() * 2;
      int twin = KnownField.TVG_NAME.ordinal() * 2;
      if (places[name] < 0 || channel.place(twin) < 0
          || !Arrays.equals(bytes, places[name], places[name + 1], channel.block(), channel.place(twin),
              channel.place(twin + 1))) {
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
