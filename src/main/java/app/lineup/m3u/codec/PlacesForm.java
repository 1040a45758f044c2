package app.lineup.m3u.codec;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import java.util.Arrays;

/// How the places of an entry are written: relative to the entry, each range as where it begins and how long it is, and
/// nothing for what is not there. Thread-safe: no state.
///
/// Places that do not fit this, which no scanner makes, are written number by number.
final class PlacesForm {

  private static final int FIELDS = KnownField.values().length;
  private static final int INFO_IS_FIRST = 1 << FIELDS;
  private static final int NO_INFO = 1 << FIELDS + 1;
  private static final int EXTGRP = 1 << FIELDS + 2;
  private static final int STAND_IN = 1 << FIELDS + 3;
  private static final int NO_ATTRIBUTES_TO = 1 << FIELDS + 4;
  private static final int OTHERS = 1 << FIELDS + 5;
  private static final int PLAIN = 1 << FIELDS + 6;

  private PlacesForm() {}

  static void write(Channel channel, BlockWriter out) {
    int kinds = fits(channel) ? kinds(channel) : PLAIN;
    out.octet(kinds);
    out.octet(kinds >>> 8);
    if (kinds == PLAIN) {
      PlainPlaces.write(channel, out);
      return;
    }
    int entry = channel.place(EntryLayout.ENTRY_FROM);
    for (int i = 0; i < FIELDS; i++) {
      writeRange(channel, kinds & 1 << i, 2 * i, entry, out);
    }
    if ((kinds & (INFO_IS_FIRST | NO_INFO)) == 0) {
      out.number(channel.place(EntryLayout.INFO_FROM) - entry);
    }
    writeRange(channel, kinds & EXTGRP, EntryLayout.EXTGRP_FROM, entry, out);
    writeRange(channel, kinds & STAND_IN, EntryLayout.STAND_IN_FROM, entry, out);
    if ((kinds & NO_ATTRIBUTES_TO) == 0) {
      out.number(channel.place(EntryLayout.ATTRIBUTES_TO) - entry);
    }
    out.octet(channel.place(EntryLayout.FLAGS));
    if ((kinds & OTHERS) != 0) {
      out.number(channel.otherAttributes());
      for (int at = EntryLayout.OTHERS; at < EntryLayout.OTHERS + 4 * channel.otherAttributes(); at += 4) {
        writeOther(channel, at, entry, out);
      }
    }
  }

  private static int kinds(Channel channel) {
    int kinds = 0;
    for (int i = 0; i < FIELDS; i++) {
      kinds |= channel.place(2 * i) >= 0 ? 1 << i : 0;
    }
    int info = channel.place(EntryLayout.INFO_FROM);
    kinds |= info < 0 ? NO_INFO : info == channel.place(EntryLayout.ENTRY_FROM) ? INFO_IS_FIRST : 0;
    kinds |= channel.place(EntryLayout.EXTGRP_FROM) >= 0 ? EXTGRP : 0;
    kinds |= channel.place(EntryLayout.STAND_IN_FROM) >= 0 ? STAND_IN : 0;
    kinds |= channel.place(EntryLayout.ATTRIBUTES_TO) < 0 ? NO_ATTRIBUTES_TO : 0;
    kinds |= channel.otherAttributes() > 0 ? OTHERS : 0;
    return kinds;
  }

  /// Whether every range is in the entry, or (−1, −1).
  private static boolean fits(Channel channel) {
    int flags = channel.place(EntryLayout.FLAGS);
    boolean fits = flags >= 0 && flags <= 0xFF
        && isPlace(channel, EntryLayout.INFO_FROM) && isPlace(channel, EntryLayout.ATTRIBUTES_TO)
        && isRange(channel, EntryLayout.EXTGRP_FROM) && isRange(channel, EntryLayout.STAND_IN_FROM);
    for (int i = 0; i < FIELDS; i++) {
      fits &= isRange(channel, 2 * i);
    }
    for (int at = EntryLayout.OTHERS; at < EntryLayout.OTHERS + 4 * channel.otherAttributes(); at += 4) {
      boolean noKey = channel.place(at) == 0 && channel.place(at + 1) == 0;
      boolean key = isRange(channel, at) && channel.place(at) >= 0 && channel.place(at) < channel.place(at + 1);
      fits &= (noKey || key) && isRange(channel, at + 2) && channel.place(at + 2) >= 0;
    }
    return fits;
  }

  private static boolean isPlace(Channel channel, int at) {
    return channel.place(at) == -1 || channel.place(at) >= channel.place(EntryLayout.ENTRY_FROM);
  }

  private static boolean isRange(Channel channel, int at) {
    int from = channel.place(at);
    int to = channel.place(at + 1);
    return from == -1 ? to == -1 : from >= channel.place(EntryLayout.ENTRY_FROM) && to >= from;
  }

  private static void writeRange(Channel channel, int there, int at, int entry, BlockWriter out) {
    if (there != 0) {
      out.number(channel.place(at) - entry);
      out.number(channel.place(at + 1) - channel.place(at));
    }
  }

  /// An attribute that no longer counts has no key.
  private static void writeOther(Channel channel, int at, int entry, BlockWriter out) {
    int keyLength = channel.place(at + 1) - channel.place(at);
    out.number(keyLength);
    if (keyLength > 0) {
      out.number(channel.place(at) - entry);
    }
    writeRange(channel, 1, at + 2, entry, out);
  }

  /// Reads the places.
  ///
  /// @param entry  where the entry stands now
  /// @param length how long it is
  static int[] read(BlockReader in, int entry, int length) {
    int kinds = in.octet() | in.octet() << 8;
    if (kinds == PLAIN) {
      return PlainPlaces.read(in, entry);
    }
    int[] ranges = new int[EntryLayout.OTHERS];
    for (int i = 0; i < FIELDS; i++) {
      readRange(in, kinds & 1 << i, ranges, 2 * i, entry);
    }
    ranges[EntryLayout.ENTRY_FROM] = entry;
    ranges[EntryLayout.ENTRY_TO] = entry + length;
    ranges[EntryLayout.INFO_FROM] = (kinds & NO_INFO) != 0 ? -1 : (kinds & INFO_IS_FIRST) != 0 ? entry : entry
        + in.count();
    readRange(in, kinds & EXTGRP, ranges, EntryLayout.EXTGRP_FROM, entry);
    readRange(in, kinds & STAND_IN, ranges, EntryLayout.STAND_IN_FROM, entry);
    ranges[EntryLayout.ATTRIBUTES_TO] = (kinds & NO_ATTRIBUTES_TO) != 0 ? -1 : entry + in.count();
    ranges[EntryLayout.FLAGS] = in.octet();
    return (kinds & OTHERS) != 0 ? withOthers(ranges, in, entry) : ranges;
  }

  private static void readRange(BlockReader in, int there, int[] places, int at, int entry) {
    if (there == 0) {
      places[at] = -1;
      places[at + 1] = -1;
    } else {
      places[at] = entry + in.count();
      places[at + 1] = places[at] + in.count();
    }
  }

  private static int[] withOthers(int[] ranges, BlockReader in, int entry) {
    int others = in.count();
    int[] places = Arrays.copyOf(ranges, EntryLayout.OTHERS + 4 * others);
    for (int at = EntryLayout.OTHERS; at < places.length; at += 4) {
      int keyLength = in.count();
      if (keyLength > 0) {
        places[at] = entry + in.count();
        places[at + 1] = places[at] + keyLength;
      }
      readRange(in, 1, places, at + 2, entry);
    }
    return places;
  }

  /// The channel's places where its entry begins at 0.
  static int[] fromZero(Channel channel) {
    int entry = channel.place(EntryLayout.ENTRY_FROM);
    int[] places = new int[EntryLayout.OTHERS + 4 * channel.otherAttributes()];
    for (int i = 0; i < places.length; i++) {
      int place = channel.place(i);
      boolean noKey = i >= EntryLayout.OTHERS && place < entry;
      places[i] = i == EntryLayout.FLAGS || place < 0 || noKey ? place : place - entry;
    }
    return places;
  }
}
