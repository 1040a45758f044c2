package app.lineup.entry;

/// Where lines begin and end: at a line feed, a carriage return, or both (`INPUTS` row 3).
final class Lines {

  private Lines() {}

  /// The first line end in `[from, to)`, or `to`.
  static int end(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  /// The start of the line after the line end at `end`.
  static int after(byte[] bytes, int end, int to) {
    return end + 1 < to && bytes[end] == '\r' && bytes[end + 1] == '\n' ? end + 2 : Math.min(to, end + 1);
  }

  /// The start of the line that holds `at`.
  static int start(byte[] bytes, int at) {
    int i = at;
    while (i > 0 && bytes[i - 1] != '\n' && bytes[i - 1] != '\r') {
      i--;
    }
    return i;
  }
}
