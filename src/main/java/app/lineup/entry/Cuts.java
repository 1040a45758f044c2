package app.lineup.entry;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Parts of the entry under way that do not belong to it. Confined.
final class Cuts {

  private int[] ranges = new int[8];
  private int used;
  private final List<Long> lines = new ArrayList<>();

  void clear() {
    if (used > 0) {
      used = 0;
      lines.clear();
    }
  }

  boolean any() {
    return used > 0;
  }

  /// A part of a line.
  void add(int from, int to) {
    if (used + 2 > ranges.length) {
      ranges = Arrays.copyOf(ranges, ranges.length * 2);
    }
    ranges[used++] = from;
    ranges[used++] = to;
  }

  /// A whole line and its number.
  void addLine(int from, int to, long line) {
    add(from, to);
    lines.add(line);
  }

  /// The number that line `kept` of what is left had before, where the first line's was `first`.
  long lineOf(long kept, long first) {
    long line = first - 1;
    for (long left = kept; left > 0; left -= lines.contains(line) ? 0 : 1) {
      line++;
    }
    return line;
  }

  /// The bytes of `[from, to)` less the parts.
  byte[] without(byte[] bytes, int from, int to) {
    var kept = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (!holds(i)) {
        kept.write(bytes[i]);
      }
    }
    return kept.toByteArray();
  }

  private boolean holds(int at) {
    for (int i = 0; i < used; i += 2) {
      if (at >= ranges[i] && at < ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
