package app.lineup.m3u.scan;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Parts of the entry under way that do not belong to it; none reaches into another. Not thread-safe; used by one
/// thread.
final class RemovedRanges {

  /// The first byte of a part in the upper half, the byte after it in the lower, so that sorting puts them in order.
  private long[] parts = new long[4];
  private int used;

  void clear() {
    used = 0;
  }

  boolean any() {
    return used > 0;
  }

  void add(int from, int to) {
    makeRoom(1);
    parts[used++] = (long) from << Integer.SIZE | to;
  }

  void addAll(RemovedRanges others) {
    makeRoom(others.used);
    System.arraycopy(others.parts, 0, parts, used, others.used);
    used += others.used;
  }

  private void makeRoom(int more) {
    if (used + more > parts.length) {
      parts = Arrays.copyOf(parts, (used + more) * 2);
    }
  }

  /// The bytes of `[from, to)` less the parts.
  byte[] without(byte[] bytes, int from, int to) {
    Arrays.sort(parts, 0, used);
    var kept = new ByteArrayOutputStream(to - from);
    int at = from;
    for (int i = 0; i < used; i++) {
      kept.write(bytes, at, from(i) - at);
      at = to(i);
    }
    kept.write(bytes, at, to - at);
    return kept.toByteArray();
  }

  /// Where byte `kept` of what [#without] left stood, when it began at `from`.
  int placeOf(int kept, int from) {
    int at = from + kept;
    for (int i = 0; i < used && from(i) <= at; i++) {
      at += to(i) - from(i);
    }
    return at;
  }

  private int from(int part) {
    return (int) (parts[part] >>> Integer.SIZE);
  }

  private int to(int part) {
    return (int) parts[part];
  }
}
