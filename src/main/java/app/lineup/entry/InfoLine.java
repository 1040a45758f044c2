package app.lineup.entry;

import app.lineup.model.KnownField;
import app.lineup.model.Places;
import java.util.Arrays;

/// Notes where the parts of one `#EXTINF` line stand, in the layout of [Places]. Confined; used for one line after the
/// other.
final class InfoLine {

  private final AttributeScanner scanner = new AttributeScanner();
  private int[] places = new int[Places.OTHERS];
  private int used;
  private boolean keyTwice;

  /// Forgets the line before.
  void clear() {
    Arrays.fill(places, 0, Places.OTHERS, -1);
    places[Places.FLAGS] = 0;
    used = Places.OTHERS;
    keyTwice = false;
  }

  /// Reads the line whose text after `#EXTINF:` is `[from, to)`.
  void read(byte[] block, int lineFrom, int from, int to) {
    places[Places.INFO_FROM] = lineFrom;
    scanner.startInfo(block, from, to);
    while (scanner.nextAttribute()) {
      note(block);
    }
    places[Places.ATTRIBUTES_TO] = scanner.attributesTo;
    setRange(KnownField.CHANNEL_NAME, scanner.nameFrom, scanner.nameTo);
    if (!scanner.comma) {
      flag(Places.NO_COMMA);
    }
  }

  private void note(byte[] block) {
    KnownField field = Keys.known(block, scanner.keyFrom, scanner.keyTo);
    if (field == null) {
      keyTwice |= listed(block);
      addOther(scanner.keyFrom, scanner.keyTo, scanner.valueFrom, scanner.valueTo);
      return;
    }
    int at = field.ordinal() * 2;
    if (places[at] >= 0) {
      keyTwice = true;
      // The earlier one no longer counts; it is kept until a rule sets the field.
      addOther(0, 0, places[at], places[at + 1]);
    }
    setRange(field, scanner.valueFrom, scanner.valueTo);
    if (field == KnownField.TVG_ID) {
      noteNoId(block);
    }
  }

  private void noteNoId(byte[] block) {
    int from = scanner.valueFrom;
    int to = scanner.valueTo;
    boolean none = Ascii.is(block, from, to, "(no tvg-id)") || Ascii.is(block, from, to, "null");
    places[Places.FLAGS] = none ? places[Places.FLAGS] | Places.NO_ID : places[Places.FLAGS] & ~Places.NO_ID;
  }

  private boolean listed(byte[] block) {
    for (int at = Places.OTHERS; at < used; at += 4) {
      int length = places[at + 1] - places[at];
      if (length > 0 && length == scanner.keyTo - scanner.keyFrom && sameKey(block, places[at], scanner.keyFrom, length)) {
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

  private void addOther(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    if (used + 4 > places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[used++] = keyFrom;
    places[used++] = keyTo;
    places[used++] = valueFrom;
    places[used++] = valueTo;
  }

  /// Notes the place of a field.
  void setRange(KnownField field, int from, int to) {
    places[field.ordinal() * 2] = from;
    places[field.ordinal() * 2 + 1] = to;
  }

  /// Notes another number of the layout.
  void set(int index, int value) {
    places[index] = value;
  }

  /// A number of the layout.
  int get(int index) {
    return places[index];
  }

  /// Whether a field is there and not blank.
  boolean has(KnownField field) {
    return places[field.ordinal() * 2] < places[field.ordinal() * 2 + 1];
  }

  /// Adds a flag of [Places].
  void flag(int flag) {
    places[Places.FLAGS] |= flag;
  }

  /// Whether an attribute was written twice (row 18).
  boolean keyTwice() {
    return keyTwice;
  }

  /// The numbers, for a channel to keep.
  int[] copy() {
    return Arrays.copyOf(places, used);
  }
}
