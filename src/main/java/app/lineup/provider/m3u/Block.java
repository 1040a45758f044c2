package app.lineup.provider.m3u;

import app.lineup.model.ChannelBlock;

/// Whole entries of a list, cut after an address line, still to be scanned.
///
/// @param into  holds their bytes, and nothing else yet
/// @param from  the first line's first byte
/// @param to    after the last line's end
/// @param group the lasting group at its start, empty where there is none
/// @param lost  how many lines are missing in its place; if any, it holds nothing
record Block(ChannelBlock into, int from, int to, String group, long lost) {

  /// The place of an entry that is too long.
  static Block lost(ChannelBlock empty, long lines) {
    return new Block(empty, 0, 0, "", lines);
  }

  /// How many bytes it has.
  int bytes() {
    return to - from;
  }
}
