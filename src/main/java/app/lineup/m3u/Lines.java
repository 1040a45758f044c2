package app.lineup.m3u;

/// Where lines begin and end: at a line feed, a carriage return, or both (`M3U-3`).
public final class Lines {

  private Lines() {}

  /// Whether the byte ends a line.
  public static boolean isEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /// The first line end in `[from, to)`, or `to`.
  public static int end(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  /// The start of the line after the line end at `end`.
  public static int after(byte[] bytes, int end, int to) {
    return end + 1 < to && bytes[end] == '\r' && bytes[end + 1] == '\n' ? end + 2 : Math.min(to, end + 1);
  }

  /// The start of the line that `at` stands in, not before `from`.
  public static int startOf(byte[] bytes, int from, int at) {
    int start = at;
    while (start > from && !isEnd(bytes[start - 1])) {
      start--;
    }
    return start;
  }

  /// The line end of the line before the one that begins at `start`, which is behind `from`.
  public static int endBefore(byte[] bytes, int from, int start) {
    int end = start - 1;
    return end > from && bytes[end] == '\n' && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  /// The start of line `number` of those that begin at 0, counted from 1.
  public static int start(byte[] bytes, long number) {
    int at = 0;
    for (long line = 1; line < number; line++) {
      at = after(bytes, end(bytes, at, bytes.length), bytes.length);
    }
    return at;
  }

  /// The number, from 1, of the line that holds `at`, of those that begin at `from`.
  public static long numberOf(byte[] bytes, int from, int at) {
    long number = 1;
    int next = after(bytes, end(bytes, from, bytes.length), bytes.length);
    while (next <= at) {
      number++;
      next = after(bytes, end(bytes, next, bytes.length), bytes.length);
    }
    return number;
  }
}
