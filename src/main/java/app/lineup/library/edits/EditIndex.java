package app.lineup.library.edits;

import java.util.Arrays;

/// Which edit of a channel's field is in force, as its place in the log: sixteen bytes an entry. Not thread-safe; used
/// by one thread.
final class EditIndex {

  /// No place in a log.
  static final long NONE = -1;

  private static final int FIRST_SLOTS = 64;
  private static final int FIELD_BITS = 4;

  /// Which edit: the channel's hash, with the field mixed in. Zero stands for an empty slot.
  private long[] subjects = new long[FIRST_SLOTS];
  private long[] places = new long[FIRST_SLOTS];
  private int used;
  private int size;

  /// The subject of an edit: another one for each field of each channel, but for what hashes do.
  static long subject(long channel, EditField field) {
    long subject = Long.rotateLeft(channel, FIELD_BITS) * 0x9E3779B97F4A7C15L + field.ordinal() + 1;
    return subject == 0 ? 1 : subject;
  }

  EditIndex copy() {
    var copy = new EditIndex();
    copy.subjects = subjects.clone();
    copy.places = places.clone();
    copy.used = used;
    copy.size = size;
    return copy;
  }

  /// How many edits are in force.
  int size() {
    return size;
  }

  long get(long subject) {
    int slot = slot(subject);
    return subjects[slot] == 0 ? NONE : places[slot];
  }

  /// @param place where the edit stands, or [#NONE] where the field has none any more
  void put(long subject, long place) {
    int slot = slot(subject);
    if (subjects[slot] == 0) {
      if (place == NONE) {
        return;
      }
      subjects[slot] = subject;
      places[slot] = NONE;
      used++;
    }
    size += (place == NONE ? 0 : 1) - (places[slot] == NONE ? 0 : 1);
    places[slot] = place;
    if (used > subjects.length / 2) {
      grow();
    }
  }

  private int slot(long subject) {
    int mask = subjects.length - 1;
    int slot = (int) (subject ^ subject >>> 32) & mask;
    while (subjects[slot] != 0 && subjects[slot] != subject) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldSubjects = subjects;
    long[] oldPlaces = places;
    subjects = new long[oldSubjects.length * 2];
    places = new long[oldPlaces.length * 2];
    Arrays.fill(places, NONE);
    used = 0;
    size = 0;
    for (int i = 0; i < oldSubjects.length; i++) {
      if (oldSubjects[i] != 0) {
        put(oldSubjects[i], oldPlaces[i]);
      }
    }
  }
}
