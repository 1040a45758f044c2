package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.m3u.Inheritance;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// No byte of a list is lost, doubled or moved without a word.
final class EntryScannerProperties {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list.m3u", "", Map.of());
  private static final ScanLimits LIMITS = new ScanLimits(150);
  /// What explains that a line is in no entry.
  private static final Set<FindingKind> LEFT_OUT = EnumSet.of(
      FindingKind.LATER_HEADER, FindingKind.NO_URL, FindingKind.CUT_OFF, FindingKind.TRAILING_LINES,
      FindingKind.LINE_TOO_LONG);

  /// A line of a list, from its first byte to behind its line end.
  private record Line(long number, String text) {
    boolean isBlank() {
      return text.replace("ï»¿", "").chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @Label("entries stand in the order of the list, none twice, and what is in none is blank or was reported")
  @SuppressWarnings("ReferenceEquality") // the very array
  void everyLineIsAccountedFor(@ForAll("damaged") byte[] list) {
    ScannedBlock scanned = scan(list);
    List<Line> lines = lines(list);
    assertThat(scanned.block().report().lines()).isEqualTo(lines.size());
    Set<Long> reported = new TreeSet<>();
    boolean tooLong = false;
    for (Finding finding : scanned.findings()) {
      assertThat(finding.line()).isBetween(1L, (long) lines.size());
      if (LEFT_OUT.contains(finding.kind())) {
        reported.add(finding.line());
      }
      tooLong |= finding.kind() == FindingKind.LINE_TOO_LONG;
    }
    int next = 0;
    List<Line> left = new ArrayList<>();
    for (int entry = 0; entry < scanned.block().size(); entry++) {
      Channel channel = scanned.block().channel(entry);
      int from = scanned.block().place(entry, EntryLayout.ENTRY_FROM);
      assertThat(channel.place(EntryLayout.ENTRY_TO)).isGreaterThan(channel.place(EntryLayout.ENTRY_FROM));
      // An entry that a line was taken out of stands in bytes of its own, behind those of the list.
      if (from < list.length) {
        int at = indexOf(lines, list, from);
        left.addAll(lines.subList(next, at));
        next = at;
      }
      for (String line : texts(entry(channel))) {
        while (!sameLine(lines.get(next).text(), line)) {
          left.add(lines.get(next++));
        }
        next++;
      }
    }
    left.addAll(lines.subList(next, lines.size()));
    if (!tooLong) {
      left.removeIf(line -> line.isBlank() || reported.contains(line.number()) || isGroupOfLost(line, reported, lines));
      boolean trailing = scanned.findings().stream()
          .anyMatch(f -> f.kind() == FindingKind.TRAILING_LINES || f.kind() == FindingKind.CUT_OFF);
      assertThat(trailing ? beforeLastAddress(left, lines) : left).isEmpty();
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("with nothing changed, every entry is written as its own bytes")
  void untouchedEntriesStay(@ForAll("damaged") byte[] list) {
    var writer = new EntryWriter(Inheritance.LEFT_IN_PLACE);
    for (Channel channel : scan(list).channels()) {
      byte[] own = Arrays.copyOfRange(channel.block(), channel.place(EntryLayout.ENTRY_FROM),
          channel.place(EntryLayout.ENTRY_TO));
      assertThat(writer.write(new NumberedChannel(channel, null))).isEqualTo(own);
    }
    assertThat(writer.recoded()).isZero();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("what claims numbers are the entries that have one, with the same bytes")
  void claimants(@ForAll("damaged") byte[] list) {
    List<String> all = new ArrayList<>();
    for (Channel channel : scan(list).channels()) {
      if (!channel.text(KnownField.TVG_CHNO).isEmpty()) {
        all.add(entry(channel) + channel);
      }
    }
    List<String> claiming = new ArrayList<>();
    var scanner = new EntryScanner(LIMITS, ORIGIN, ScanFilter.MAY_HAVE_NUMBER);
    for (Channel channel : scanner.scan(list, 0, list.length).channels()) {
      if (!channel.text(KnownField.TVG_CHNO).isEmpty()) {
        claiming.add(entry(channel) + channel);
      }
    }
    assertThat(claiming).isEqualTo(all);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return OddLists.damaged();
  }

  private static ScannedBlock scan(byte[] list) {
    return new EntryScanner(LIMITS, ORIGIN).scan(list, 0, list.length);
  }

  /// Bytes as Latin-1, so that each is one character.
  private static String entry(Channel channel) {
    int from = channel.place(EntryLayout.ENTRY_FROM);
    return new String(channel.block(), from, channel.place(EntryLayout.ENTRY_TO) - from, StandardCharsets.ISO_8859_1);
  }

  private static List<String> texts(String text) {
    return List.of(text.split("(?<=\n)|(?<=\r)(?!\n)"));
  }

  private static List<Line> lines(byte[] list) {
    List<Line> lines = new ArrayList<>();
    if (list.length > 0) {
      texts(new String(list, StandardCharsets.ISO_8859_1)).forEach(text -> lines.add(new Line(lines.size() + 1, text)));
    }
    return lines;
  }

  private static int indexOf(List<Line> lines, byte[] list, int at) {
    int from = 0;
    for (Line line : lines) {
      if (from + line.text().length() > at) {
        return (int) line.number() - 1;
      }
      from += line.text().length();
    }
    throw new AssertionError("an entry outside the list of " + list.length + " bytes: " + at);
  }

  /// A byte order mark is no part of a line. Where lines were taken out, the CR before them and the LF behind may have
  /// become one line end.
  private static boolean sameLine(String line, String inEntry) {
    return line.replaceFirst("^(ï»¿)+", "").stripTrailing().equals(inEntry.stripTrailing());
  }

  /// `M3U-8`: the group that followed an info line with no address goes with it.
  private static boolean isGroupOfLost(Line line, Set<Long> reported, List<Line> lines) {
    long before = line.number() - 1;
    while (before > 0 && !reported.contains(before) && lines.get((int) before - 1).text().stripLeading()
        .matches("(?s)(#.*)?")) {
      before--;
    }
    return reported.contains(before) && line.text().toLowerCase(Locale.ROOT).contains("#extgrp:");
  }

  /// What belongs to the unfinished entry at the end is reported once.
  private static List<Line> beforeLastAddress(List<Line> left, List<Line> lines) {
    int last = lines.size();
    while (last > 0 && (lines.get(last - 1).isBlank() || lines.get(last - 1).text().replace("ï»¿", "").stripLeading()
        .startsWith("#"))) {
      last--;
    }
    long lastAddress = last;
    return left.stream().filter(line -> line.number() <= lastAddress).toList();
  }
}
