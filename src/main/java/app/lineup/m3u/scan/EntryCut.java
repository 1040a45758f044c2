package app.lineup.m3u.scan;

/// Finds where a block of lines can be cut so that no entry is torn: after an address line.
final class EntryCut {

  private EntryCut() {}

  /// After the last complete address line in `[from, to)`, or `from` where there is none.
  static int find(byte[] bytes, int from, int to) {
    int end = lastLine(bytes, to);
    while (end > from) {
      int start = Math.max(from, lastLine(bytes, end - 1));
      if (isAddress(bytes, start, end)) {
        return end;
      }
      end = start;
    }
    return from;
  }

  /// The start of the last line in `[0, to)`: after the last line end that is surely complete.
  static int lastLine(byte[] bytes, int to) {
    for (int i = to - 1; i >= 0; i--) {
      if (bytes[i] == '\n' || bytes[i] == '\r' && i + 1 < to && bytes[i + 1] != '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  /// The first line end in `[from, to)`, or `to`.
  static int lineEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  /// After the byte order marks that a line may begin with (`M3U-1`).
  static int afterMarks(byte[] bytes, int from, int to) {
    int at = from;
    while (to - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
      at += 3;
    }
    return at;
  }

  private static boolean isAddress(byte[] bytes, int from, int to) {
    for (int i = afterMarks(bytes, from, to); i < to; i++) {
      byte b = bytes[i];
      if (b == '#') {
        return false;
      }
      if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
        return true;
      }
    }
    return false;
  }
}
