package app.lineup.m3u.scan;

import app.lineup.m3u.Charsets;
import app.lineup.m3u.Lines;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;

/// The entry whose address is still to come: its lines so far, and what is to be cut out of them. Not thread-safe.
final class EntryBuilder {

  private static final int NOT_UTF8 = EntryLayout.WINDOWS_1251 | EntryLayout.WINDOWS_1252 | EntryLayout.BROKEN_UTF8;

  private final InfoLine info = new InfoLine();
  private final RemovedRanges cuts = new RemovedRanges();
  /// The group lines behind the info line, which go where that goes.
  private final RemovedRanges ownGroups = new RemovedRanges();
  private int from;
  private long line;
  private long infoLine;
  private boolean hidden;
  /// Before it every byte is ASCII.
  private int plainTo;

  /// Begins with the entries of a block.
  void begin(ChannelBlock into) {
    info.begin(into);
    clear();
  }

  void clear() {
    info.clear();
    cuts.clear();
    ownGroups.clear();
    from = -1;
    infoLine = 0;
    hidden = false;
    plainTo = Integer.MAX_VALUE;
  }

  /// A line that stands at `at` is part of it.
  void add(int at, long number) {
    if (from < 0) {
      from = at;
      line = number;
    }
  }


  boolean hasInfo() {
    return infoLine > 0;
  }

  boolean hasCuts() {
    return cuts.any();
  }

  /// Where it begins.
  int from() {
    return from;
  }

  /// The line that it begins at.
  long line() {
    return line;
  }

  RemovedRanges cuts() {
    return cuts;
  }

  /// Its info line begins at `at`.
  ///
  /// @return where what the line says is put
  InfoLine info(int at, long number) {
    add(at, number);
    infoLine = number;
    info.set(EntryLayout.INFO_FROM, at);
    return info;
  }

  /// A control character stands in it.
  void hides() {
    hidden = true;
  }

  /// A byte outside ASCII may stand in it from `at` on.
  void isNotAscii(int at) {
    plainTo = Math.min(plainTo, at);
  }

  /// What stands in `[at, next)` is none of its own.
  void cut(int at, int next) {
    if (from >= 0) {
      cuts.add(at, next);
    }
  }

  /// `M3U-23`: after the info line the group is the entry's own.
  void group(int first, int last, int at, int next) {
    ownGroups.add(at, next);
    info.set(EntryLayout.EXTGRP_FROM, first);
    info.set(EntryLayout.EXTGRP_TO, last);
  }

  /// `M3U-8`: an info line that no address follows goes, with the groups that followed it; directives around it stay.
  void dropInfo(byte[] block, int to, ScanLog log) {
    int at = info.get(EntryLayout.INFO_FROM);
    int end = Lines.end(block, at, to);
    log.note(FindingKind.NO_URL, infoLine, block, at, end);
    cuts.add(at, Lines.after(block, end, to));
    cuts.addAll(ownGroups);
    ownGroups.clear();
    info.clear();
    infoLine = 0;
  }

  /// Adds it to the block with the address in `[first, last)`, on the line of this number.
  void commit(byte[] block, int first, int last, int next, long number, Origin origin, ScanLog log) {
    info.setRange(KnownField.STREAM_URL, first, StreamUrl.withoutHeaders(block, first, last));
    info.set(EntryLayout.ENTRY_FROM, from);
    info.set(EntryLayout.ENTRY_TO, next);
    if (infoLine > 0) {
      EntryNames.ofInfo(block, info, infoLine, log);
    } else {
      EntryNames.ofAddress(block, info, number, log);
    }
    charset(block, next, infoLine > 0 ? infoLine : number, log);
    info.commit(origin);
  }

  /// Reports bytes that are not UTF-8 (`M3U-4`) and signs that nobody sees (`M3U-38`).
  private void charset(byte[] block, int next, long number, ScanLog log) {
    int high = Math.max(from, plainTo);
    int flag = high >= next ? EntryLayout.ASCII : Charsets.flagOf(block, from, high, next);
    info.flag(flag);
    if ((flag & NOT_UTF8) != 0) {
      log.noteNamed(FindingKind.NOT_UTF8, number, block, info);
    }
    if (hidden || flag == 0 && Charsets.hasHiddenMarks(block, high, next)) {
      log.noteNamed(FindingKind.CONTROL_CHARACTERS, number, block, info);
    }
  }

  /// No address came: the list ends at `to`.
  void leftOver(byte[] block, int to, ScanLog log) {
    if (infoLine > 0) {
      int at = info.get(EntryLayout.INFO_FROM);
      log.note(FindingKind.CUT_OFF, infoLine, block, at, Lines.end(block, at, to));
    } else if (from >= 0) {
      log.note(FindingKind.TRAILING_LINES, line, block, from, Lines.end(block, from, to));
    }
  }
}
