package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.m3u.Ascii;
import app.lineup.m3u.Charsets;
import app.lineup.m3u.Lines;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/// Whatever a list is like and wherever it is cut behind an address: each block is told the group that lasts there.
final class LastingGroupProperties {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list.m3u", "", Map.of());

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  @Label("the group that each block is told is the one that a scan of the whole list has there")
  void followed(@ForAll("lists") byte[] list, @ForAll @IntRange(min = 12, max = 120) int limit, @ForAll long seed) {
    var random = new Random(seed);
    var limits = new ScanLimits(limit);
    var lasting = new LastingGroup(limits);
    List<String> whole = groups(new EntryScanner(limits, ORIGIN).scan(list, 0, list.length));
    List<String> inBlocks = new ArrayList<>();
    var blocks = new EntryScanner(limits, ORIGIN);
    int from = 0;
    for (int cut : cuts(list, random)) {
      String group = lasting.group();
      assertThat(group).as("at byte %s", from)
          .isEqualTo(new EntryScanner(limits, ORIGIN).scan(list, 0, from).lastGroup());
      boolean mayChange = lasting.follow(list, from, cut);
      ScannedBlock scanned = scan(blocks, list, from, cut, group);
      inBlocks.addAll(groups(scanned));
      assertThat(lasting.group()).as("at byte %s", cut).isEqualTo(scanned.lastGroup());
      if (!mayChange) {
        assertThat(lasting.group()).isEqualTo(group);
      }
      from = cut;
    }
    assertThat(inBlocks).isEqualTo(whole);
    assertThat(lasting.isNowhere()).as("before the end").isFalse();
    lasting.end();
    if (lasting.isNowhere()) {
      assertThat(inBlocks).allMatch(String::isEmpty);
      assertThat(lasting.group()).isEmpty();
    }
  }

  private static ScannedBlock scan(EntryScanner scanner, byte[] list, int from, int to, String group) {
    var block = new ChannelBlock();
    block.begin(list.clone(), to);
    return scanner.scan(block, from, to, group);
  }

  private static List<String> groups(ScannedBlock scanned) {
    List<String> groups = new ArrayList<>();
    for (Channel channel : scanned.channels()) {
      groups.add(channel.origin().stickyGroup());
    }
    return groups;
  }

  /// Some of the places behind an address, and the list's end.
  private static List<Integer> cuts(byte[] list, Random random) {
    List<Integer> cuts = new ArrayList<>();
    int seldom = 1 + random.nextInt(4);
    for (int at = 0; at < list.length;) {
      int stop = Lines.end(list, at, list.length);
      int next = Lines.after(list, stop, list.length);
      while (Charsets.isByteOrderMark(list, at, stop)) {
        at += Charsets.BYTE_ORDER_MARK_BYTES;
      }
      int first = Ascii.skipBlanks(list, at, stop);
      if (first < stop && list[first] != '#' && stop < list.length && random.nextInt(seldom) == 0) {
        cuts.add(next);
      }
      at = next;
    }
    if (cuts.isEmpty() || cuts.getLast() < list.length) {
      cuts.add(list.length);
    }
    return cuts;
  }

  @Provide
  Arbitrary<byte[]> lists() {
    Arbitrary<String> groups = Arbitraries.of(
        "#EXTGRP:One", "#extgrp: Two ", "#EXTGRP:", "  #EXTGRP:Three", "\uFEFF#EXTGRP:Four", "#EXTGRP:é", "#EXTGRP",
        "#EXTGRPS:no", "x#EXTGRP:no", "# #EXTGRP:no", "#EXTGRP:long " + "y".repeat(130));
    Arbitrary<String> tooLong = Arbitraries.of(
        "#EXTINF:-1," + "x".repeat(130), "# " + "x".repeat(130), "http://h/" + "x".repeat(130), " ".repeat(130),
        " ".repeat(130) + "#EXTINF:-1,far", "#EXTINF:-1,a\u0007b" + "x".repeat(130) + "#EXTGRP:no");
    Arbitrary<String> plain = Arbitraries.of(
        "#EXTINF:-1,A", "#EXTINF:-1,B", "  #extinf:0,C", "\uFEFF#EXTINF:-1,D", "http://h/a", "http://h/b",
        "\uFEFFhttp://h/c",
        "", " ", "# comment", "#EXTVLCOPT:a=b", "#EXTM3U", "#EXTM3U tvg-shift=\"1\"");
    Arbitrary<String> line = Arbitraries.frequencyOf(
        Tuple.of(8, plain), Tuple.of(5, groups), Tuple.of(1, tooLong), Tuple.of(1, OddEntries.anyLine()));
    Arbitrary<String> ends = Arbitraries.of("\n", "\n", "\r\n", "\r", "\n\r");
    Arbitrary<String> mixed = Combinators.combine(line, ends).as(String::concat).list().ofMaxSize(24)
        .map(all -> String.join("", all));
    Arbitrary<String> even = Combinators.combine(line.list().ofMaxSize(24), ends)
        .as((all, end) -> String.join(end, all) + end);
    Arbitrary<byte[]> made = Arbitraries.oneOf(mixed, even).map(text -> text.getBytes(StandardCharsets.UTF_8));
    return Arbitraries.frequencyOf(Tuple.of(4, made), Tuple.of(1, OddLists.damaged()));
  }
}
