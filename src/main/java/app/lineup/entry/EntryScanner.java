package app.lineup.entry;

import app.lineup.model.ByteSearch;
import app.lineup.model.Channel;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the entries in a block of whole lines (`INPUTS` rows 2 to 40). Confined to one thread; each call is
/// independent, so that blocks can be scanned side by side.
public final class EntryScanner {

  private static final int EXTINF = "#EXTINF:".length();
  private static final int EXTGRP = "#EXTGRP:".length();
  private static final int NOT_UTF8 = Places.WINDOWS_1251 | Places.WINDOWS_1252 | Places.BROKEN_UTF8;

  private final ScanLimits limits;
  private final Origin origin;
  private final Wanted wanted;
  private final InfoLine info = new InfoLine();
  private final Cuts cuts = new Cuts();
  /// The group lines behind the entry's info line, which go where that goes.
  private final Cuts ownGroups = new Cuts();
  private final ScanLog log = new ScanLog();

  private byte[] block = new byte[0];
  private Origin current;
  private List<Channel> channels = List.of();
  private List<String> laterGuides = List.of();
  private int inheriting;
  private long line;

  // The entry under way.
  private int entryFrom;
  private long entryLine;
  private long infoLine;
  private boolean hidden;
  private boolean passedOver;
  /// A line past the limit stands in it, so that its address goes too.
  private boolean spoiled;

  /// A scanner of all entries.
  ///
  /// @param limits how much is accepted
  /// @param origin what the channels are told of their source
  public EntryScanner(ScanLimits limits, Origin origin) {
    this(limits, origin, Wanted.ALL);
  }

  /// @param limits how much is accepted
  /// @param origin what the channels are told of their source
  /// @param wanted which entries are given; what is found odd is told of these only
  public EntryScanner(ScanLimits limits, Origin origin, Wanted wanted) {
    this.limits = limits;
    this.origin = origin;
    this.current = origin;
    this.wanted = wanted;
  }

  /// The entries that stand in `[from, to)`, which begins at a line's start.
  ///
  /// @param bytes never written to again
  public ScannedBlock scan(byte[] bytes, int from, int to) {
    begin(bytes, to - from);
    int at = from;
    while (at < to) {
      at = line(at, to);
    }
    end(to);
    Optional<String> lastGroup = inheriting < 0 ? Optional.empty() : Optional.of(current.stickyGroup());
    int heirs = inheriting < 0 ? channels.size() : inheriting;
    return new ScannedBlock(channels, heirs, lastGroup, log.findings(), line, laterGuides);
  }

  private void begin(byte[] bytes, int length) {
    block = bytes;
    current = origin;
    channels = new ArrayList<>(length / 200 + 16);
    laterGuides = new ArrayList<>();
    log.begin();
    inheriting = -1;
    line = 0;
    startEntry();
  }

  private void startEntry() {
    info.clear();
    cuts.clear();
    ownGroups.clear();
    entryFrom = -1;
    infoLine = 0;
    hidden = false;
    passedOver = false;
    spoiled = false;
  }

  /// Reads the line at `from` and returns the start of the next.
  private int line(int from, int to) {
    line++;
    int stop = ByteSearch.nextControl(block, from, to);
    while (stop < to && block[stop] != '\n' && block[stop] != '\r') {
      hidden |= block[stop] != '\t';
      stop = ByteSearch.nextControl(block, stop + 1, to);
    }
    int next = Lines.after(block, stop, to);
    int start = afterMarks(from, stop);
    int first = Ascii.skipBlanks(block, start, stop);
    int last = Ascii.trimEnd(block, first, stop);
    if (stop - from > limits.maxLineBytes()) {
      // Whoever read the line may have shortened it: only what is surely there counts.
      tooLong(first, Math.min(last, from + limits.maxLineBytes()));
    } else if (first == last) {
      return next;
    } else if (block[first] == '#') {
      directive(start, first, last, next);
    } else {
      belongs(start);
      address(first, last, next);
    }
    return next;
  }

  /// Row 1: lists that were pasted together bring their byte order marks along.
  private int afterMarks(int from, int stop) {
    int start = from;
    while (Charsets.isByteOrderMark(block, start, stop)) {
      start += Charsets.BYTE_ORDER_MARK_BYTES;
    }
    if (start == from) {
      return from;
    }
    log.note(FindingKind.BYTE_ORDER_MARK, line, block, from, from);
    if (entryFrom >= 0) {
      cuts.add(from, start);
    }
    return start;
  }

  /// Row 29: the whole entry goes; where its info line has been seen, its address is still to come.
  private void tooLong(int first, int last) {
    log.note(FindingKind.LINE_TOO_LONG, line, block, first, last);
    boolean inside = first < last && block[first] == '#'
        && (spoiled || infoLine > 0 || Ascii.startsWith(block, first, last, "#extinf:"));
    startEntry();
    spoiled = inside;
  }

  private void directive(int from, int first, int last, int next) {
    if (Ascii.startsWith(block, first, last, "#extinf:")) {
      if (infoLine > 0) {
        dropInfo();
      }
      spoiled = false;
      belongs(from);
      infoLine = line;
      info.set(Places.INFO_FROM, from);
      passedOver = wanted == Wanted.MAY_HAVE_NUMBER && !NumberKeys.mayHave(block, first + EXTINF, last);
      if (!passedOver) {
        info.read(block, from, first + EXTINF, last);
      }
    } else if (Header.isHeader(block, first, last)) {
      log.note(FindingKind.LATER_HEADER, line, block, first, last);
      laterGuides.addAll(Header.parse(block, first, last, next).guides());
      if (entryFrom >= 0) {
        cuts.add(from, next);
      }
    } else if (!spoiled) {
      belongs(from);
      if (Ascii.startsWith(block, first, last, "#extgrp:")) {
        if (infoLine > 0) {
          ownGroups.add(from, next);
        }
        group(Ascii.skipBlanks(block, first + EXTGRP, last), last);
      }
    }
  }

  private void belongs(int from) {
    if (entryFrom < 0) {
      entryFrom = from;
      entryLine = line;
    }
  }

  /// Row 23: after the info line the group is the entry's own; row 24: before it, it lasts.
  private void group(int from, int to) {
    if (infoLine > 0) {
      info.set(Places.EXTGRP_FROM, from);
      info.set(Places.EXTGRP_TO, to);
    } else {
      if (inheriting < 0) {
        inheriting = channels.size();
      }
      current = current.withStickyGroup(Charsets.decode(block, from, to));
    }
  }

  /// Row 8: an info line that no address follows goes, with the groups that followed it; directives around it stay.
  private void dropInfo() {
    int from = info.get(Places.INFO_FROM);
    int end = Lines.end(block, from, block.length);
    log.note(FindingKind.NO_URL, infoLine, block, from, end);
    cuts.add(from, Lines.after(block, end, block.length));
    cuts.addAll(ownGroups);
    ownGroups.clear();
    info.clear();
    infoLine = 0;
  }

  private void address(int from, int to, int next) {
    boolean wantedHere = !spoiled && (wanted == Wanted.ALL || infoLine > 0 && !passedOver);
    if (wantedHere && cuts.any()) {
      compacted(next);
    } else if (wantedHere) {
      info.setRange(KnownField.STREAM_URL, from, StreamUrl.withoutHeaders(block, from, to));
      info.set(Places.ENTRY_FROM, entryFrom);
      info.set(Places.ENTRY_TO, next);
      name();
      charset(next);
      channels.add(new Channel(block, info.copy(), current));
    }
    startEntry();
  }

  /// An entry with a line taken out of its middle stands in bytes of its own.
  private void compacted(int next) {
    byte[] own = cuts.without(block, entryFrom, next);
    ScannedBlock alone = new EntryScanner(limits, current, wanted).scan(own, 0, own.length);
    channels.addAll(alone.channels());
    for (Finding finding : alone.findings()) {
      int at = cuts.placeOf(Lines.start(own, finding.line()), entryFrom);
      log.add(finding.shifted(entryLine - 1 + Lines.numberOf(block, entryFrom, at) - finding.line()));
    }
  }

  private void name() {
    if (infoLine > 0) {
      EntryNames.ofInfo(block, info, infoLine, log);
    } else {
      EntryNames.ofAddress(block, info, line, log);
    }
  }

  /// Rows 4 and 38.
  private void charset(int next) {
    int flag = Charsets.flagOf(block, entryFrom, next);
    info.flag(flag);
    long at = infoLine > 0 ? infoLine : line;
    if ((flag & NOT_UTF8) != 0) {
      log.noteNamed(FindingKind.NOT_UTF8, at, block, info);
    }
    if (hidden || flag == 0 && Charsets.hasHiddenMarks(block, entryFrom, next)) {
      log.noteNamed(FindingKind.CONTROL_CHARACTERS, at, block, info);
    }
  }

  /// A block is cut after an address, so that something is left over only where the list ends.
  private void end(int to) {
    if (infoLine > 0) {
      int from = info.get(Places.INFO_FROM);
      log.note(FindingKind.CUT_OFF, infoLine, block, from, Lines.end(block, from, to));
    } else if (entryFrom >= 0) {
      log.note(FindingKind.TRAILING_LINES, entryLine, block, entryFrom, Lines.end(block, entryFrom, to));
    }
  }
}
