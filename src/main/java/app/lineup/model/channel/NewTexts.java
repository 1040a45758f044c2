package app.lineup.model.channel;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The texts that fields of a block's entries were given since they were read: places in one array of UTF-8. Most
/// entries have none, and a block in which nothing was set costs nothing. Not thread-safe.
final class NewTexts {

  private static final int FIELDS = KnownField.values().length;
  private static final int FIRST_BYTES = 16 * 1024;
  /// No array is longer.
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;
  private static final int[] NOTHING = {};

  private byte[] arena = {};
  private int used;
  /// For each entry a pair for each known field; −1 where it was not set. Empty while nothing was.
  private int[] known = NOTHING;
  private int knownEntries;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<int[]> columns = new ArrayList<>();

  /// Forgets all.
  void clear() {
    used = 0;
    knownEntries = 0;
    attributes.clear();
    columns.clear();
  }

  void poison() {
    Arrays.fill(arena, (byte) 0xDB);
    Arrays.fill(known, Integer.MAX_VALUE);
  }

  long weight() {
    long bytes = arena.length + (long) Integer.BYTES * known.length;
    for (int[] column : columns) {
      bytes += (long) Integer.BYTES * column.length;
    }
    return bytes;
  }

  byte[] arena() {
    return arena;
  }

  /// The fields that the entry has a text of, a bit each, the first field the lowest.
  int fields(int entry) {
    int fields = 0;
    if (entry < knownEntries) {
      int[] places = known;
      int at = 2 * (entry * FIELDS);
      for (int field = 0; field < FIELDS; field++) {
        fields |= places[at + 2 * field] >= 0 ? 1 << field : 0;
      }
    }
    return fields;
  }

  int from(int entry, KnownField field) {
    return entry < knownEntries ? known[2 * (entry * FIELDS + field.ordinal())] : -1;
  }

  int to(int entry, KnownField field) {
    return known[2 * (entry * FIELDS + field.ordinal()) + 1];
  }

  List<Attribute> attributes() {
    return attributes;
  }

  int find(Attribute attribute) {
    return attributes.indexOf(attribute);
  }

  int from(int entry, int column) {
    int[] places = columns.get(column);
    return 3 * entry < places.length ? places[3 * entry] : -1;
  }

  int to(int entry, int column) {
    return columns.get(column)[3 * entry + 1];
  }

  /// The columns in which the entry has a text, the one that was set first in front.
  int[] changed(int entry) {
    var found = new int[columns.size()];
    return Arrays.copyOf(found, changed(entry, found));
  }

  /// The same without a new array: as many of them as there are, in front in `found`.
  ///
  /// @param found has room for all columns
  int changed(int entry, int[] found) {
    int many = 0;
    for (int column = 0; column < columns.size(); column++) {
      if (from(entry, column) >= 0) {
        int at = many++;
        while (at > 0 && order(entry, found[at - 1]) > order(entry, column)) {
          found[at] = found[at - 1];
          at--;
        }
        found[at] = column;
      }
    }
    return many;
  }

  private int order(int entry, int column) {
    return columns.get(column)[3 * entry + 2];
  }

  /// Whether the entry has any.
  boolean has(int entry) {
    for (int i = 0; i < FIELDS && entry < knownEntries; i++) {
      if (known[2 * (entry * FIELDS + i)] >= 0) {
        return true;
      }
    }
    for (int column = 0; column < columns.size(); column++) {
      if (from(entry, column) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// @param entries how many entries the block has
  void set(int entry, int entries, Field field, byte[] source, int from, int to) {
    int place = append(source, from, to);
    point(entry, entries, field, place, used);
  }

  void set(int entry, int entries, KnownField field, byte[] source, int from, int to) {
    int place = append(source, from, to);
    point(entry, entries, field, place, used);
  }

  /// Puts a text into the arena and says where it begins there.
  private int append(byte[] source, int from, int to) {
    int place = appendAsItStands(source, from, to);
    clean(place, used);
    return place;
  }

  private int appendAsItStands(byte[] source, int from, int to) {
    int length = to - from;
    int need = Math.addExact(used, length);
    if (need > arena.length) {
      // A new array and not a longer one in place: `source` may be the old one.
      arena = Arrays.copyOf(arena, Math.max(FIRST_BYTES, (int) Math.min(MOST_BYTES, 2L * need)));
    }
    System.arraycopy(source, from, arena, used, length);
    used = need;
    return need - length;
  }

  private void clean(int from, int to) {
    for (int i = ByteSearch.nextControl(arena, from, to); i < to; i = ByteSearch.nextControl(arena, i + 1, to)) {
      if (arena[i] == '\r' || arena[i] == '\n' || arena[i] == 0) {
        arena[i] = ' ';
      }
    }
  }

  void setAsItStands(int entry, int entries, Field field, byte[] source, int from, int to) {
    int place = appendAsItStands(source, from, to);
    point(entry, entries, field, place, used);
  }

  void clean(int entry, Field field) {
    switch (field) {
      case KnownField known -> {
        if (from(entry, known) >= 0) {
          clean(from(entry, known), to(entry, known));
        }
      }
      case Attribute attribute -> {
        int column = find(attribute);
        if (column >= 0 && from(entry, column) >= 0) {
          clean(from(entry, column), to(entry, column));
        }
      }
      case DerivedField trait -> throw new IllegalArgumentException(trait.ruleName() + " can only be read");
      case ProgrammeField programme -> throw new IllegalArgumentException(programme.ruleName()
          + " is no field of a channel");
    }
  }

  void point(int entry, int entries, Field field, int from, int to) {
    switch (field) {
      case KnownField k -> point(entry, entries, k, from, to);
      case Attribute attribute -> point(entry, column(attribute, entries), from, to);
      case DerivedField trait -> throw new IllegalArgumentException(trait.ruleName() + " can only be read");
      case ProgrammeField programme -> throw new IllegalArgumentException(programme.ruleName()
          + " is no field of a channel");
    }
  }

  private void point(int entry, int entries, KnownField field, int from, int to) {
    makeRoom(entries);
    int at = 2 * (entry * FIELDS + field.ordinal());
    known[at] = from;
    known[at + 1] = to;
  }

  private void point(int entry, int column, int from, int to) {
    int[] places = columns.get(column);
    if (places[3 * entry] < 0) {
      int before = 0;
      for (int other = 0; other < columns.size(); other++) {
        before = other != column && from(entry, other) >= 0 ? Math.max(before, order(entry, other)) : before;
      }
      places[3 * entry + 2] = before + 1;
    }
    places[3 * entry] = from;
    places[3 * entry + 1] = to;
  }

  void unset(int entry, Field field) {
    switch (field) {
      case KnownField k -> {
        if (entry < knownEntries) {
          known[2 * (entry * FIELDS + k.ordinal())] = -1;
        }
      }
      case Attribute attribute -> {
        int column = find(attribute);
        if (column >= 0 && from(entry, column) >= 0) {
          columns.get(column)[3 * entry] = -1;
        }
      }
      case DerivedField trait -> throw new IllegalArgumentException(trait.ruleName() + " can only be read");
      case ProgrammeField programme -> throw new IllegalArgumentException(programme.ruleName()
          + " is no field of a channel");
    }
  }

  private void makeRoom(int entries) {
    if (entries > knownEntries) {
      int need = 2 * FIELDS * entries;
      if (need > known.length) {
        known = Arrays.copyOf(known, Math.max(need, 2 * known.length));
      }
      Arrays.fill(known, 2 * FIELDS * knownEntries, need, -1);
      knownEntries = entries;
    }
  }

  private int column(Attribute attribute, int entries) {
    int column = find(attribute);
    if (column < 0) {
      column = columns.size();
      attributes.add(attribute);
      columns.add(NOTHING);
    }
    int[] places = columns.get(column);
    if (3 * entries > places.length) {
      int[] more = Arrays.copyOf(places, Math.max(3 * entries, 2 * places.length));
      Arrays.fill(more, places.length, more.length, -1);
      columns.set(column, more);
    }
    return column;
  }
}
