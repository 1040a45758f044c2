package app.lineup.m3u.scan;

/// Follows the lines of an entry that is too long to be kept, to the end of its address. Not thread-safe; used by one
/// thread.
final class LongEntry {

  /// What the line at hand is, as far as it was seen.
  private enum Line { BLANK, COMMENT, ADDRESS }

  private Line line = Line.BLANK;
  private boolean begun;
  private boolean afterReturn;
  private boolean ended;
  private long lines;

  /// Reads on in `[from, to)`.
  ///
  /// @return where the entry ended, or `to` where it goes on
  int follow(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (afterReturn) {
        afterReturn = false;
        endLine();
        if (ended) {
          return b == '\n' ? i + 1 : i;
        }
        if (b == '\n') {
          continue;
        }
      }
      if (b == '\n') {
        endLine();
        if (ended) {
          return i + 1;
        }
      } else if (b == '\r') {
        afterReturn = true;
      } else {
        see(b);
      }
    }
    return to;
  }

  private void see(byte b) {
    begun = true;
    // A byte order mark may stand before the first sign.
    boolean nothing = b == ' ' || b == '\t' || b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
    if (line == Line.BLANK && !nothing) {
      line = b == '#' ? Line.COMMENT : Line.ADDRESS;
    }
  }

  private void endLine() {
    lines++;
    ended = line == Line.ADDRESS;
    line = Line.BLANK;
    begun = false;
  }

  boolean ended() {
    return ended;
  }

  /// How many lines it has; one that the list's end cut off counts.
  long lines() {
    return begun || afterReturn ? lines + 1 : lines;
  }
}
