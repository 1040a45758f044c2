package app.lineup.app.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.app.preview.PreviewPlan;
import app.lineup.app.preview.PreviewPlan.AskedFilter;
import app.lineup.app.preview.PreviewPlan.AskedRule;
import app.lineup.app.preview.RuleEffect;
import app.lineup.app.preview.RulePreview;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.golden.ListReading;
import app.lineup.io.input.InputOpener;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.pipeline.RunResources;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleCensusTest {

  private static final String LIST = """
      #EXTM3U
      #EXTINF:-1 group-title="News",One HD
      http://h/1
      #EXTINF:-1 group-title="News",Two
      http://h/2
      #EXTINF:-1 group-title="Adult",Three HD
      http://h/3
      """;

  @TempDir
  private Path folder;

  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  @AfterEach
  void close() {
    workers.shutdownNow();
  }

  private Source list(String name, String text) throws IOException {
    return new Source(name, new Location.OfFile(Files.writeString(folder.resolve(name + ".m3u"), text)));
  }

  private RunResources means(InputOpener inputs) {
    return new RunResources(inputs, workers, 2, FakeGauge.calm(), SpillSpace.ofSystem());
  }

  private Census count(CensusPlan plan) throws PipelineException, InterruptedException {
    try (InputOpener inputs = ListReading.inputs(folder)) {
      return new RuleCensus(means(inputs)).count(plan);
    }
  }

  private static List<Rule> rules(String... texts) {
    return Stream.of(texts).map(text -> new Rule(text, true)).toList();
  }

  private static Filter include(String text) {
    return new Filter(Filter.Mode.INCLUDE, text, true);
  }

  private static Filter exclude(String text) {
    return new Filter(Filter.Mode.EXCLUDE, text, true);
  }

  private List<RuleTally> tallies(List<Rule> rules, Filter... filters) throws Exception {
    Census census = count(new CensusPlan(List.of(list("a", LIST)), rules, List.of(filters)));
    assertThat(census.lookedAt()).isEqualTo(3);
    assertThat(census.complete()).isTrue();
    return census.tallies();
  }

  private static RuleTally tally(int matching, int acting) {
    return new RuleTally(matching, acting, OptionalInt.empty());
  }

  private static RuleTally useless(int matching, int by) {
    return new RuleTally(matching, 0, OptionalInt.of(by));
  }

  @Test
  void countsEachAsTheRulesBeforeLeaveTheChannels() throws Exception {
    assertThat(
        tallies(
            rules("channel_name ends_with \" HD\" SET channel_name -= \" HD\"", "group_title equals \"Adult\" REMOVE",
        "group_title equals \"News\" SET group_title = \"News\"", "channel_name contains \"no such\" REMOVE"),
        include("channel_name equals \"One\""), exclude("tvg_id is_empty")))
        .containsExactly(tally(2, 2), tally(1, 1), tally(2, 0), tally(0, 0), tally(1, 1), tally(2, 2));
  }

  @Test
  void saysWhoTakesTheChannelsFromARule() throws Exception {
    assertThat(
        tallies(rules("SET tvg_id = \"x\"", "group_title equals \"Adult\" REMOVE",
            "channel_name contains \"three\" SET tvg_id = \"3\"")))
        .containsExactly(tally(3, 3), tally(1, 1), useless(0, 1));
    assertThat(
        tallies(rules("SET tvg_id = \"x\"", "SET channel_name -= \" HD\"", "channel_name ends_with \"HD\" REMOVE"))
        .getLast())
        .isEqualTo(useless(0, 1));
    assertThat(tallies(rules("group_title equals \"Adult\" REMOVE"), exclude("group_title equals \"Adult\"")).getLast())
        .isEqualTo(useless(0, 0));
  }

  @Test
  void saysWhoDidTheWorkBefore() throws Exception {
    String same = "group_title equals \"News\" SET group_title = \"Nachrichten\", tvg_id = \"n\"";
    assertThat(tallies(rules(same, "tvg_id is_empty SET tvg_id = \"x\"", "SET tvg_id ?= \"x\""))).
        containsExactly(tally(2, 2), tally(1, 1), useless(3, 0));
    assertThat(tallies(rules("SET tvg_id = \"x\"", "group_title contains \"news\" SET tvg_id = \"x\"")).getLast())
        .isEqualTo(useless(2, 0));
  }

  @Test
  void aFilterIsUselessWhereEarlierOnesOfItsModeMatchAllThatItDoes() throws Exception {
    assertThat(tallies(rules("tvg_id contains \"x\" REMOVE"), exclude("group_title equals \"News\""),
        include("channel_name contains \"two\""), exclude("channel_name contains \"two\""),
        include("channel_name equals \"Two\""),
        exclude("channel_name contains \"T\"")))
        .containsExactly(tally(0, 0), tally(2, 2), tally(1, 1), useless(1, 1), useless(1, 2), tally(2, 1));
  }

  @Test
  void countsWhatAPreviewCountsOverManyChunks() throws Exception {
    StringBuilder text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("#EXTINF:-1 group-title=\"G").append(i % 7).append("\",Channel ").append(i)
          .append(i % 3 == 0 ? " HD" : "")
          .append("\nhttp://h/").append(i).append('\n');
    }
    Source source = list("big", text.toString());
    List<Rule> rules = rules("channel_name matches \"^(.*) HD$\" SET channel_name = \"$1\"",
        "group_title equals \"G6\" REMOVE",
        "channel_name ends_with \"7\" SET tvg_id = \"7\"", "channel_name ends_with \" HD\" REMOVE");
    Filter filter = exclude("channel_name contains \"9\" OR group_title equals \"G6\"");
    Census census = count(new CensusPlan(List.of(source), rules, List.of(filter)));
    try (InputOpener inputs = ListReading.inputs(folder)) {
      var preview = new RulePreview(means(inputs));
      for (int i = 0; i <= rules.size(); i++) {
        boolean last = i == rules.size();
        PreviewPlan.Asked asked = last
            ? new AskedFilter(filter.mode(), filter.text(), List.of()) : new AskedRule(rules.get(i).text());
        RuleEffect effect = preview.look(
            new PreviewPlan(List.of(source), rules.subList(0, i), asked, SeparatorPolicy.KEEP), soFar -> {});
        assertThat(List.of(census.tallies().get(i).matching(), census.tallies().get(i).acting()))
            .as("row %d", i).isEqualTo(List.of(effect.matching(), effect.acting()));
      }
    }
    assertThat(census.tallies().get(3)).isEqualTo(useless(0, 0));
  }

  @Test
  void aListThatCannotBeReadIsLeftOutAndSaid() throws Exception {
    var missing = new Source("gone", new Location.OfFile(folder.resolve("missing.m3u")));
    Census census = count(
        new CensusPlan(List.of(missing, list("a", LIST)), rules("tvg_id is_empty REMOVE"), List.of()));
    assertThat(census).isEqualTo(new Census(3, List.of(tally(3, 3)), false));
  }

  @ParameterizedTest(name = "a pattern that runs away ends it: {0}")
  @ValueSource(booleans = {true, false})
  void runawayPattern(boolean inRule) throws Exception {
    String condition = "channel_name matches \"^(a|a)*(a|a)*\\\\1?b$\"";
    Source list = list("long", "#EXTM3U\n#EXTINF:-1," + "a".repeat(5_000) + "!\nhttp://h/a\n");
    var plan = inRule ? new CensusPlan(List.of(list), rules(condition + " REMOVE"), List.of())
        : new CensusPlan(List.of(list), List.of(), List.of(exclude(condition)));
    assertThat(catchThrowableOfType(PipelineException.class, () -> count(plan)).what()).contains(condition);
    var never = new CensusPlan(List.of(list), rules("SET channel_name = \"x\"", condition + " REMOVE"),
        List.of(exclude(condition)));
    assertThat(count(never).tallies()).as("a run never asks it").containsExactly(tally(1, 1), tally(0, 0), tally(0, 0));
  }

  @Test
  void endsWhenItIsInterrupted() throws Exception {
    Source source = list("a", LIST);
    List<Throwable> ends = new ArrayList<>();
    Thread.currentThread().interrupt();
    ends.add(catchThrowable(() -> count(new CensusPlan(List.of(source), rules("REMOVE"), List.of()))));
    assertThat(ends.getFirst()).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).as("an interrupt that was not answered").isFalse();
  }
}
