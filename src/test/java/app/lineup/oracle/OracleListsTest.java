package app.lineup.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.lineup.model.Filter;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.oracle.RealRun.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Whole lists as they are found in the world, with rules as people write them: each alone and merged with the one
/// before it (`mvn -Plists -Dlineup.lists=DIR test -Dtest=OracleListsTest`).
@Tag("lists")
final class OracleListsTest {

  private static final Filter NO_ADULT = new Filter(Filter.Mode.EXCLUDE,
      "group_title contains \"adult\" OR group_title contains \"xxx\" OR channel_name starts_with \"##\"", true);

  private static final List<PlainRun> RUNS = List.of(
      run(new Numbering.None(), Order.AS_LOADED, SeparatorPolicy.KEEP, List.of()),
      run(new Numbering.Keep(), Order.AS_LOADED, SeparatorPolicy.KEEP, List.of(NO_ADULT),
          "channel_name case_sensitive matches \"^(.*) (FHD|UHD|HEVC|4K|HD|SD)$\" SET channel_name = \"$1\"",
          "channel_name case_sensitive matches \"^([A-Z]{2,3}) ?[:|-] *(.+)$\" SET channel_name = \"$2 [$1]\""),
      run(new Numbering.From(100), Order.BY_GROUP_AND_NAME, SeparatorPolicy.HIDE, List.of(),
          "group_title is_empty SET group_title = \"Übrige\"",
          "SET tvg_name = \"\", attr(\"x-new\") += \"${media_type}\""),
      run(new Numbering.Keep(), Order.AS_LOADED, SeparatorPolicy.KEEP,
          List.of(new Filter(Filter.Mode.INCLUDE, "media_type in (\"live\", \"radio\")", true)),
          "channel_name ignore_accents contains \"cinema\" SET group_title += \";Cinema\", tvg_id ?= \"no\"",
          "tvg_logo matches \"^https?://([^/]+)/.*?(?<file>[^/]*)$\""
              + " SET attr(\"logo-host\") = \"$1\", tvg_logo = \"http://l/${file}\"",
          "tvg_chno >= 500 SET tvg_chno = \"7.1\""));

  private static PlainRun run(
      Numbering numbering, Order order, SeparatorPolicy separators, List<Filter> filters, String... rules) {
    List<Rule> all = Stream.of(rules).map(text -> new Rule(text, true)).toList();
    return new PlainRun(all, filters, order, numbering, separators);
  }

  @TestFactory
  Stream<DynamicTest> lists() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    byte[] before = {};
    for (Path file : files()) {
      byte[] list = Files.readAllBytes(file);
      List<byte[]> merged = before.length == 0 ? List.of(list) : List.of(before, list);
      for (PlainRun run : RUNS) {
        tests.add(dynamicTest(file.getFileName() + " alone: " + run, () -> check(List.of(list), run)));
        tests.add(dynamicTest(file.getFileName() + " merged: " + run, () -> check(merged, run)));
      }
      before = list;
    }
    return tests.stream();
  }

  private static void check(List<byte[]> lists, PlainRun run) throws Exception {
    for (Way way : List.of(Way.usual(), Way.any(new Random(1)), Way.any(new Random(2)))) {
      assertThat(Agreement.check(lists, run, way)).isEqualTo(Agreement.Case.PUBLISHED);
    }
  }

  private static List<Path> files() throws IOException {
    String folder = System.getProperty("lineup.lists");
    assertThat(folder).as("the folder of the lists: -Dlineup.lists=DIR").isNotNull();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".m3u")).sorted().toList();
    }
  }
}
