package app.lineup.rule;

import app.lineup.rule.syntax.Form;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What some checks said of the texts that a field had lately; for fields that have few, such as the group. Not
/// thread-safe; used by one thread.
///
/// A text has one of two seats, found by its hash and compared byte by byte; who comes later takes the seat. So the
/// memory is bounded and the answers are exact, whatever the texts are.
final class VerdictCache {

  /// How many checks one memo serves: a bit each.
  static final int MAX_CHECKS = Long.SIZE;

  private static final int SEATS = 4096;
  private static final int ROWS = 4096;
  /// Longer texts are not kept; no list has many groups with such names.
  private static final int MAX_BYTES = 256;

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// A text and what is known of it, a bit for each check.
  private static final class Slot {
    final long[] words;
    final int length;
    long known;
    long answers;

    Slot(long[] words, int length) {
      this.words = words;
      this.length = length;
    }

    boolean holds(long[] others, int count, int bytes) {
      if (length != bytes) {
        return false;
      }
      for (int i = 0; i < count; i++) {
        if (words[i] != others[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private final FieldText text;
  private final @Nullable Slot[] seats = new @Nullable Slot[SEATS];
  private final long[] words = new long[MAX_BYTES / Long.BYTES];
  /// For texts that do not stand in bytes: that of the last one, because an inherited group or a source's name lasts
  /// for many channels.
  private Slot stringSeat = new Slot(new long[0], 0);
  private @Nullable String lastString;
  /// Of some entries of a block the text and its seat, so that rule after rule finds it there.
  private long[] versions = {-1};
  private @Nullable Slot[] seatOf = new @Nullable Slot[1];
  private int checks;

  VerdictCache(FieldText text) {
    this.text = text;
  }

  FieldText text() {
    return text;
  }

  boolean isFull() {
    return checks == MAX_CHECKS;
  }

  /// The bit of one more check.
  long newCheck() {
    return 1L << checks++;
  }

  /// What the check said of the field's text now, asking it where that is not known.
  boolean answer(long bit, Check check) {
    Slot s = seat();
    if (s == null) {
      return check.holds();
    }
    if ((s.known & bit) == 0) {
      note(bit, check.holds());
    }
    return (s.answers & bit) != 0;
  }

  /// Whether the check is not known to have said no of the field's text.
  boolean isNotFalse(long bit) {
    Slot s = seat();
    return s == null || (s.known & bit) == 0 || (s.answers & bit) != 0;
  }

  /// Keeps what the check said of the field's text.
  void note(long bit, boolean holds) {
    Slot s = seat();
    if (s != null) {
      s.known |= bit;
      s.answers |= holds ? bit : 0;
    }
  }

  private @Nullable Slot seat() {
    int row = text.row() & (ROWS - 1);
    if (row >= versions.length) {
      makeRoom(row);
    }
    if (versions[row] != text.version()) {
      seatOf[row] = text.inBytes() ? bytesSeat() : stringSeat();
      versions[row] = text.version();
    }
    return seatOf[row];
  }

  private void makeRoom(int row) {
    int rows = Math.min(ROWS, Math.max(row + 1, 2 * versions.length));
    int before = versions.length;
    versions = Arrays.copyOf(versions, rows);
    Arrays.fill(versions, before, rows, -1);
    seatOf = Arrays.copyOf(seatOf, rows);
  }

  private Slot stringSeat() {
    String now = text.text();
    if (!now.equals(lastString)) {
      lastString = now;
      stringSeat = new Slot(new long[0], 0);
    }
    return stringSeat;
  }

  private @Nullable Slot bytesSeat() {
    // The bytes of other charsets than UTF-8 do not say alone which text they are.
    int length = text.to() - text.from();
    if (length > MAX_BYTES || text.form() == Form.SINGLE_BYTE) {
      return null;
    }
    long hash = words(text.bytes(), text.from(), text.to());
    int count = (length + Long.BYTES - 1) / Long.BYTES;
    int index = (int) (hash >>> 32) & (SEATS - 1);
    Slot first = seats[index];
    if (first != null && first.holds(words, count, length)) {
      return first;
    }
    Slot second = seats[index ^ 1];
    if (second != null && second.holds(words, count, length)) {
      return second;
    }
    Slot taken = new Slot(Arrays.copyOf(words, count), length);
    seats[first == null || second != null ? index : index ^ 1] = taken;
    return taken;
  }

  /// Fills `words` with the bytes, the last word with the last eight or, where they are fewer, up with zeros, and gives
  /// their hash.
  private long words(byte[] bytes, int from, int to) {
    long[] into = words;
    long hash = (long) to - from;
    int count = 0;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) LONG.get(bytes, i);
      into[count++] = word;
      hash = mixed(hash ^ word);
    }
    if (i < to) {
      long rest = i > from ? (long) LONG.get(bytes, to - Long.BYTES) : few(bytes, from, to);
      into[count] = rest;
      hash = mixed(hash ^ rest);
    }
    return hash;
  }

  private static long few(byte[] bytes, int from, int to) {
    long few = 0;
    for (int i = to - 1; i >= from; i--) {
      few = (few << 8) | (bytes[i] & 0xFF);
    }
    return few;
  }

  private static long mixed(long hash) {
    long product = hash * 0x9E3779B97F4A7C15L;
    return product ^ (product >>> 29);
  }
}
