package app.lineup.provider.m3u;

/// Whole entries of a list, cut after an address line. The array is never written to again.
///
/// @param bytes what holds them
/// @param from  the first line's first byte
/// @param to    after the last line's end
/// @param lost  how many lines are missing in its place; if any, it holds nothing
record Block(byte[] bytes, int from, int to, long lost) {

  Block(byte[] bytes, int from, int to) {
    this(bytes, from, to, 0);
  }

  /// The place of an entry that is too long.
  static Block lost(long lines) {
    return new Block(new byte[0], 0, 0, lines);
  }
}
