package app.lineup.m3u.scan;

import app.lineup.m3u.Ascii;
import app.lineup.m3u.Charsets;
import app.lineup.m3u.Header;
import app.lineup.m3u.Lines;
import app.lineup.m3u.Tag;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.channel.ByteSearch;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.Origin;
import app.lineup.model.channel.ScanReport;
import java.util.ArrayList;
import java.util.List;

/// Finds the entries in a block of whole lines (`M3U-2` to `M3U-40`). Not thread-safe, used by one thread at a time;
/// each call is independent, so that blocks can be scanned side by side.
public final class EntryScanner {

  private static final byte FIRST_OF_MARK = (byte) 0xEF;
  private static final int EXTINF = "#EXTINF:".length();
  private static final int EXTGRP = "#EXTGRP:".length();

  private final ScanLimits limits;
  private final Origin origin;
  private final ScanFilter wanted;
  private final EntryBuilder entry = new EntryBuilder();
  private final ScanLog log = new ScanLog();

  private ChannelBlock into = new ChannelBlock();
  private byte[] block = {};
  private Origin current;
  private List<String> laterGuides = List.of();
  private long line;

  /// The info line of the entry tells that it is not wanted.
  private boolean passedOver;
  /// The line that was read last was an address.
  private boolean addressed;
  /// A line past the limit stands in the entry, so that its address goes too.
  private boolean spoiled;

  /// A scanner of all entries.
  ///
  /// @param limits how much is accepted
  /// @param origin what the channels are told of their source
  public EntryScanner(ScanLimits limits, Origin origin) {
    this(limits, origin, ScanFilter.ALL);
  }

  /// @param limits how much is accepted
  /// @param origin what the channels are told of their source
  /// @param wanted which entries are given; what is found odd is told of these only
  public EntryScanner(ScanLimits limits, Origin origin, ScanFilter wanted) {
    this.limits = limits;
    this.origin = origin;
    this.current = origin;
    this.wanted = wanted;
  }

  /// The entries that stand in `[from, to)`, which begins at a line's start.
  ///
  /// @param bytes never written to again
  public ScannedBlock scan(byte[] bytes, int from, int to) {
    var fresh = new ChannelBlock();
    fresh.begin(bytes, bytes.length);
    return scan(fresh, from, to, origin.stickyGroup());
  }

  /// Adds the entries that stand in `[from, to)` of the block's bytes, which begins at a line's start, and its report.
  ///
  /// @param group the lasting group of the lines before, empty where there is none
  public ScannedBlock scan(ChannelBlock empty, int from, int to, String group) {
    begin(empty, group);
    int at = from;
    while (at < to) {
      at = line(at, to);
    }
    return ended(to);
  }

  /// Adds the entries that may have a number, as [#scan] does where those alone are wanted, without a look at the lines
  /// of the others; what is odd is not told.
  ///
  /// @param group the group that lasts in all these lines, empty where there is none
  ScannedBlock scanNumbers(ChannelBlock empty, int from, int to, String group) {
    begin(empty, group);
    int at = from;
    for (int key = NumberKeys.next(block, at, to); key < to; key = NumberKeys.next(block, at, to)) {
      int line = Lines.startOf(block, at, key);
      at = isAddress(line, key) ? line : entryStart(at, line);
      addressed = false;
      while (at < to && !addressed) {
        at = line(at, to);
      }
    }
    return ended(to);
  }

  /// Where the entry begins that a directive at `line` belongs to, behind the last address before it: in which charset
  /// an entry is read, all its lines have a say.
  private int entryStart(int at, int line) {
    int start = line;
    while (start > at) {
      int end = Lines.endBefore(block, at, start);
      int before = Lines.startOf(block, at, end);
      if (isAddress(before, end)) {
        return start;
      }
      start = before;
    }
    return start;
  }

  private boolean isAddress(int from, int to) {
    int first = from;
    while (Charsets.isByteOrderMark(block, first, to)) {
      first += Charsets.BYTE_ORDER_MARK_BYTES;
    }
    first = Ascii.skipBlanks(block, first, to);
    return first < to && block[first] != '#';
  }

  private ScannedBlock ended(int to) {
    // A block is cut after an address, so that something is left over only where the list ends.
    entry.leftOver(block, to, log);
    into.report(new ScanReport(log.findings(), line, into.size(), laterGuides));
    return new ScannedBlock(into, current.stickyGroup());
  }

  private void begin(ChannelBlock empty, String group) {
    into = empty;
    block = empty.bytes();
    current = group.equals(origin.stickyGroup()) ? origin : origin.withStickyGroup(group);
    laterGuides = List.of();
    log.begin();
    line = 0;
    entry.begin(empty);
    startEntry();
  }

  private void startEntry() {
    entry.clear();
    passedOver = false;
    spoiled = false;
  }

  /// Reads the line at `from` and returns the start of the next.
  private int line(int from, int to) {
    line++;
    int stop = ByteSearch.nextUnplain(block, from, to);
    if (stop < to && block[stop] < 0) {
      entry.isNotAscii(stop);
      stop = ByteSearch.nextControl(block, stop + 1, to);
    }
    while (stop < to && block[stop] != '\n' && block[stop] != '\r') {
      if (block[stop] != '\t') {
        entry.hides();
      }
      // What is passed over may be anything.
      entry.isNotAscii(stop);
      stop = ByteSearch.nextControl(block, stop + 1, to);
    }
    int next = Lines.after(block, stop, to);
    int start = block[from] == FIRST_OF_MARK ? afterMarks(from, stop) : from;
    int first = start < stop && block[start] > ' ' ? start : Ascii.skipBlanks(block, start, stop);
    int last = first < stop && block[stop - 1] > ' ' ? stop : Ascii.trimEnd(block, first, stop);
    if (stop - from > limits.maxLineBytes()) {
      // Whoever read the line may have shortened it: only what is surely there counts.
      tooLong(first, Math.min(last, from + limits.maxLineBytes()));
    } else if (first == last) {
      return next;
    } else if (block[first] == '#') {
      directive(start, first, last, next);
    } else {
      entry.add(start, line);
      address(first, last, next);
    }
    return next;
  }

  /// `M3U-1`: lists that were pasted together bring their byte order marks along.
  private int afterMarks(int from, int stop) {
    int start = from;
    while (Charsets.isByteOrderMark(block, start, stop)) {
      start += Charsets.BYTE_ORDER_MARK_BYTES;
    }
    if (start == from) {
      return from;
    }
    log.note(FindingKind.BYTE_ORDER_MARK, line, block, from, from);
    entry.cut(from, start);
    return start;
  }

  /// `M3U-29`: the whole entry goes; where its info line has been seen, its address is still to come.
  private void tooLong(int first, int last) {
    log.note(FindingKind.LINE_TOO_LONG, line, block, first, last);
    boolean inside = first < last && block[first] == '#'
        && (spoiled || entry.hasInfo() || Tag.isInfo(block, first, last));
    startEntry();
    spoiled = inside;
  }

  private void directive(int from, int first, int last, int next) {
    if (Tag.isInfo(block, first, last)) {
      if (entry.hasInfo()) {
        entry.dropInfo(block, next, log);
      }
      spoiled = false;
      InfoLine info = entry.info(from, line);
      passedOver = wanted == ScanFilter.MAY_HAVE_NUMBER && !NumberKeys.mayHave(block, first + EXTINF, last);
      if (!passedOver) {
        info.read(block, from, first + EXTINF, last);
      }
    } else if (Header.isHeader(block, first, last)) {
      log.note(FindingKind.LATER_HEADER, line, block, first, last);
      if (laterGuides.isEmpty()) {
        laterGuides = new ArrayList<>();
      }
      laterGuides.addAll(Header.parse(block, first, last, next).guides());
      entry.cut(from, next);
    } else if (!spoiled) {
      entry.add(from, line);
      if (Tag.isGroup(block, first, last)) {
        group(from, Ascii.skipBlanks(block, first + EXTGRP, last), last, next);
      }
    }
  }

  /// `M3U-23`: after the info line the group is the entry's own; `M3U-24`: before it, it lasts.
  private void group(int from, int first, int last, int next) {
    if (entry.hasInfo()) {
      entry.group(first, last, from, next);
    } else {
      current = current.withStickyGroup(Charsets.decode(block, first, last));
    }
  }

  private void address(int from, int to, int next) {
    addressed = true;
    boolean wantedHere = !spoiled && (wanted == ScanFilter.ALL || entry.hasInfo() && !passedOver);
    if (wantedHere && entry.hasCuts()) {
      compacted(next);
    } else if (wantedHere) {
      entry.commit(block, from, to, next, line, current, log);
    }
    startEntry();
  }

  /// An entry with a line taken out of its middle stands in bytes of its own.
  private void compacted(int next) {
    byte[] own = entry.cuts().without(block, entry.from(), next);
    ScannedBlock alone = new EntryScanner(limits, current, wanted).scan(own, 0, own.length);
    for (int i = 0; i < alone.block().size(); i++) {
      into.add(alone.block(), i);
    }
    block = into.bytes();
    for (Finding finding : alone.findings()) {
      int at = entry.cuts().placeOf(Lines.start(own, finding.line()), entry.from());
      log.add(finding.shifted(entry.line() - 1 + Lines.numberOf(block, entry.from(), at) - finding.line()));
    }
  }
}
