package app.lineup.m3u.scan;

import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ScanReport;

/// Whole entries of a list, cut after an address line. Handed from thread to thread.
final class Block {

  private final ChannelBlock into;
  private final int from;
  private final int to;
  private final String group;
  private final boolean groupLasts;
  private final long lost;
  private ScanReport report = ScanReport.NONE;

  /// @param into  holds their bytes, and nothing else yet
  /// @param from  the first line's first byte
  /// @param to    after the last line's end
  /// @param group the lasting group at its start, empty where there is none
  /// @param lasts whether that surely is the lasting group up to its end
  Block(ChannelBlock into, int from, int to, String group, boolean lasts) {
    this(into, from, to, group, lasts, 0);
  }

  private Block(ChannelBlock into, int from, int to, String group, boolean lasts, long lost) {
    this.groupLasts = lasts;
    this.into = into;
    this.from = from;
    this.to = to;
    this.group = group;
    this.lost = lost;
  }

  /// The place of an entry that is too long.
  ///
  /// @param lines how many lines are missing
  static Block lost(ChannelBlock empty, String group, long lines) {
    return new Block(empty, 0, 0, group, true, lines);
  }

  ChannelBlock into() {
    return into;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  String group() {
    return group;
  }

  /// Whether [#group] surely is the lasting group up to its end.
  boolean groupLasts() {
    return groupLasts;
  }

  /// How many lines are missing in its place; if any, it holds nothing.
  long lost() {
    return lost;
  }

  /// How many bytes it has.
  int bytes() {
    return to - from;
  }

  /// Notes what was odd about it.
  void scanned(ScanReport odd) {
    report = odd;
  }

  /// What was odd about it, once it was scanned.
  ScanReport report() {
    return report;
  }
}
