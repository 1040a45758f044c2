package app.lineup.m3u.scan;

import app.lineup.m3u.Ascii;
import app.lineup.m3u.Charsets;
import app.lineup.m3u.Lines;
import app.lineup.m3u.Tag;
import app.lineup.model.channel.ByteSearch;

/// Follows the lasting `#EXTGRP` lines of a list (`M3U-24`) from block to block, without reading the entries, so that
/// each block can be told the group that lasts at its start. Not thread-safe; used by the thread that cuts the blocks.
final class LastingGroup {

  private static final int NAME = "#EXTGRP:".length();

  private final int maxLineBytes;
  private final boolean none;
  private String group = "";
  private volatile boolean found;
  private volatile boolean ended;

  /// @param limits as the scanner of the blocks has them
  LastingGroup(ScanLimits limits) {
    this(limits, false);
  }

  /// @param limits as the scanner of the blocks has them
  /// @param none   whether the list is known to have none, so that nothing needs to be looked for
  LastingGroup(ScanLimits limits, boolean none) {
    this.maxLineBytes = limits.maxLineBytes();
    this.none = none;
  }

  /// A line that is longer costs its entry.
  int maxLineBytes() {
    return maxLineBytes;
  }

  /// Whether the blocks so far were the whole list, and no line of it may set a lasting group.
  boolean isNowhere() {
    return ended && !found;
  }

  /// The blocks so far were the whole list.
  public void end() {
    ended = true;
  }

  /// The group that lasts at the start of the block that comes next, empty where there is none.
  public String group() {
    return group;
  }

  /// Reads on over a block, which begins at a line's start and ends behind an address or with the list.
  ///
  /// @return false where the group surely stays the same in the whole block
  boolean follow(byte[] bytes, int from, int to) {
    boolean may = !none && mayHave(bytes, from, to);
    found |= may;
    if (may) {
      readLines(bytes, from, to);
    }
    return may;
  }

  /// Whether a group line stands there that may be another than the line behind an entry's info line. Most lists have
  /// none.
  private boolean mayHave(byte[] bytes, int from, int to) {
    int last = to - NAME;
    for (int at = ByteSearch.indexOf(bytes, (byte) '#', from, to); at <= last;
        at = ByteSearch.indexOf(bytes, (byte) '#', at + 1, to)) {
      // The fifth letter tells it from `#EXTINF` and most others.
      if ((bytes[at + 4] | 0x20) == 'g' && Tag.isGroup(bytes, at, to) && !isBehindInfo(bytes, from, at)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the line right before the one that begins at `at` is an info line, plainly written.
  private boolean isBehindInfo(byte[] bytes, int from, int at) {
    int end = at - 1;
    if (end < from || bytes[end] != '\n') {
      return false;
    }
    int start = end;
    while (start > from && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
      start--;
    }
    // `\r\n`: what was found is the feed alone.
    if (start == end && start > from && bytes[start - 1] == '\r') {
      start--;
      while (start > from && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
        start--;
      }
    }
    return end - start <= maxLineBytes && Tag.isInfo(bytes, start, end);
  }

  /// As [EntryScanner] does: a group behind an info line is the entry's own, and one in an entry that is left out
  /// counts for nothing.
  private void readLines(byte[] bytes, int from, int to) {
    boolean info = false;
    boolean spoiled = false;
    int at = from;
    while (at < to) {
      int stop = Lines.end(bytes, at, to);
      int start = at;
      while (Charsets.isByteOrderMark(bytes, start, stop)) {
        start += Charsets.BYTE_ORDER_MARK_BYTES;
      }
      int first = Ascii.skipBlanks(bytes, start, stop);
      int last = Ascii.trimEnd(bytes, first, stop);
      if (stop - at > maxLineBytes) {
        last = Math.min(last, at + maxLineBytes);
        spoiled = first < last && bytes[first] == '#' && (spoiled || info || Tag.isInfo(bytes, first, last));
        info = false;
      } else if (first < last && bytes[first] != '#') {
        info = false;
        spoiled = false;
      } else if (first < last && Tag.isInfo(bytes, first, last)) {
        info = true;
        spoiled = false;
      } else if (!info && !spoiled && Tag.isGroup(bytes, first, last)) {
        group = Charsets.decode(bytes, Ascii.skipBlanks(bytes, first + NAME, last), last);
      }
      at = Lines.after(bytes, stop, to);
    }
  }
}
