package app.lineup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.golden.TestFolder;
import app.lineup.golden.TestRun;
import app.lineup.model.Filter;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.oracle.RealRun.Outcome;
import app.lineup.oracle.RealRun.Way;
import app.lineup.pipeline.Tuning;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Lists that are read in many small blocks, because memory is short, are published as if they were read in one.
final class SmallBlocksTest {

  /// Where a block has 16 KB.
  private static final List<Way> WAYS = Stream.of(1, 2, 3)
      .map(threads -> new Way(threads, memory(512_000_000, 97), Tuning.NONE)).toList();
  private static final String HOSTILE = "channel_name matches '(a*)*b\\1c'";
  private static final String CAUGHT = "c" + "a".repeat(300) + "bd";

  private static MemoryMonitor memory(long budget, int percentUsed) {
    return new MemoryMonitor(new FakeGauge().used(budget / 100 * percentUsed), budget, InstantSource.system());
  }

  /// Entries of many lengths, so that blocks end anywhere in them.
  private static String entries(String name, int count) {
    var list = new StringBuilder();
    for (int i = 0; i < count; i++) {
      list.append("#EXTINF:-1 tvg-id=\"").append("x".repeat(i * 7 % 31)).append("\",").append(name).append(i)
          .append(i % 5 == 0 ? "\n#EXTVLCOPT:a=b" : "").append("\nhttp://h/").append(i).append('\n');
    }
    return list.toString();
  }

  private static void agree(String list, Numbering numbering, List<Filter> filters, Way way, String... rules)
      throws Exception {
    List<Rule> all = Arrays.stream(rules).map(text -> new Rule(text, true)).toList();
    var run = new PlainRun(all, filters, Order.AS_LOADED, numbering, SeparatorPolicy.KEEP);
    assertThat(Agreement.check(List.of(list.getBytes(StandardCharsets.UTF_8)), run, way))
        .isEqualTo(Agreement.Case.PUBLISHED);
  }

  @Test
  @DisplayName("a group that lasts from the first block on is filtered by in all of them")
  void lastingGroup() throws Exception {
    String own = "#EXTINF:-1 group-title=\"Own\",Own\nhttp://h/own\n#EXTINF:-1,Line\n#EXTGRP:Own\nhttp://h/line\n";
    String list = "#EXTM3U\n#EXTGRP:First\n" + entries("A", 900) + own + entries("B", 900);
    assertThat(list.length()).isGreaterThan(5 * 16 * 1024);
    for (Way way : WAYS) {
      for (String group : List.of("First", "Own")) {
        String condition = "group_title equals \"" + group + "\"";
        for (Filter.Mode mode : Filter.Mode.values()) {
          agree(list, new Numbering.None(), List.of(new Filter(mode, condition, true)), way);
        }
        // Numbers are looked for in a reading of their own, which has to know the group as well.
        agree(list.replace("tvg-id=\"xxx\"", "tvg-chno=\"70\""), new Numbering.Keep(),
            List.of(new Filter(Filter.Mode.INCLUDE, condition, true)), way);
      }
    }
  }

  @Test
  @DisplayName("a group that another takes the place of far behind lasts that far")
  void secondGroup() throws Exception {
    String list = "#EXTM3U\n#EXTGRP:First\n" + entries("A", 700) + "#EXTGRP:Second\n" + entries("B", 700);
    for (Way way : WAYS) {
      agree(list, new Numbering.Keep(), List.of(new Filter(Filter.Mode.INCLUDE, "group_title equals \"Second\"", true)),
          way,
          "group_title starts_with \"F\" AND channel_name ends_with \"7\" SET group_title = \"Second\"");
    }
  }

  @Test
  @DisplayName("a rule or filter that has to be stopped in the middle of a block names itself and the channel")
  void stopped() throws Exception {
    String list = "#EXTM3U\n" + entries("A", 500) + "#EXTINF:-1," + CAUGHT + "\nhttp://h/caught\n" + entries("B", 500);
    var none = new PlainRun(List.of(), List.of(new Filter(Filter.Mode.EXCLUDE, HOSTILE, true)), Order.AS_LOADED,
        new Numbering.None(), SeparatorPolicy.KEEP);
    var rule = new PlainRun(
        List.of(new Rule("channel_name ends_with \"8\" REMOVE", true), new Rule(HOSTILE + " REMOVE", true)), List.of(),
        Order.AS_LOADED,
        new Numbering.None(), SeparatorPolicy.KEEP);
    try (var real = new RealRun(List.of(list.getBytes(StandardCharsets.UTF_8)))) {
      for (Way way : WAYS) {
        for (PlainRun wanted : List.of(none, rule)) {
          assertThat(real.of(wanted, way)).isInstanceOfSatisfying(Outcome.Stopped.class,
              stopped -> assertThat(stopped.why()).contains("(a*)*b\\1c").contains(CAUGHT.substring(0, 30)));
        }
      }
    }
  }

  @Test
  @DisplayName("blocks of nothing but comments, at the end or between entries, hold nothing up")
  void commentsOnly() throws Exception {
    String comments = "# nothing but a comment\n".repeat(2_000);
    for (Way way : WAYS) {
      agree("#EXTM3U\n" + entries("A", 300) + comments, new Numbering.Keep(), List.of(), way);
      agree("#EXTM3U\n" + comments + entries("A", 300) + comments + entries("B", 300) + comments, new Numbering.Keep(),
          List.of(), way,
          "channel_name ends_with \"3\" SET tvg_id = \"three\"");
    }
  }

  @Test
  @DisplayName("lines left over behind many blocks are reported at their place")
  void leftOver() throws Exception {
    String entries = entries("A", 900);
    for (Way way : WAYS) {
      try (var folder = new TestFolder()) {
        TestRun.Published out = new TestRun(folder.path()).threads(way.threads()).memory(way.pressure())
            .list("#EXTM3U\n" + entries + "# nothing but a comment\n".repeat(2_000)).run();
        assertThat(out.text()).isEqualTo("#EXTM3U\n" + entries);
        assertThat(out.report().entries()).isEqualTo(900);
        assertThat(out.report().findings()).extracting(Finding::kind).containsExactly(FindingKind.TRAILING_LINES);
        assertThat(out.report().findings()).extracting(Finding::line).containsExactly(2 + entries.lines().count());
        assertThat(out.report().lines()).isEqualTo(1 + entries.lines().count() + 2_000);
      }
    }
  }

  @Test
  @DisplayName("the highest numbers are given in a budget of 48 MB")
  void highestNumber() throws Exception {
    String list = "#EXTM3U\n" + entries("A", 2_000) + "#EXTINF:-1 tvg-chno=\"99999999\",High\nhttp://h/high\n"
        + "#EXTINF:-1 tvg-chno=\"99999999\",Again\nhttp://h/again\n#EXTINF:-1 "
        + "tvg-chno=\"99999998.7\",Sub\nhttp://h/sub\n";
    for (int percent : new int[] {0, 90}) {
      for (int threads = 1; threads <= 2; threads++) {
        var way = new Way(threads, memory(48_000_000, percent), Tuning.NONE);
        agree(list, new Numbering.Keep(), List.of(), way);
        agree(list, new Numbering.Keep(),
            List.of(new Filter(Filter.Mode.EXCLUDE, "channel_name equals \"High\"", true)), way);
        agree(list, new Numbering.From(99_990_000), List.of(), way);
        assertThat(way.pressure().leases().bytes()).isZero();
      }
    }
  }
}
