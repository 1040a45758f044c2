package app.lineup.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.app.explain.Journey.FieldChange;
import app.lineup.app.explain.Journey.Step;
import app.lineup.app.lineup.TestLineup;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.golden.ListReading;
import app.lineup.model.Deduplication;
import app.lineup.model.Filter;
import app.lineup.model.Numbering;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.Tuning;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An explanation tells of a channel what a run does with it, wherever it ends.
final class ChannelExplanationTest {

  private static final String ONE = """
      #EXTM3U
      #EXTINF:-1 tvg-id="cnn" tvg-chno="5" group-title="News",US: CNN HD
      http://h/live/someone/secret/1.ts
      #EXTINF:-1 tvg-id="bbc" tvg-chno="5" group-title="News",BBC One
      http://h/bbc
      #EXTINF:-1 group-title="Shop",Shop TV
      http://h/shop
      """;
  private static final String TWO = """
      #EXTM3U
      #EXTINF:-1 tvg-id="cnn" group-title="Mine",CNN
      http://h/live/someone/secret/1.ts
      """;
  private static final String PREFIX = "channel_name matches \"^US: (.*)$\" SET channel_name = \"$1\"";
  private static final String SUFFIX = "channel_name matches \"^(.*) HD$\" SET channel_name = \"$1\"";

  @TempDir
  private Path folder;

  @Test
  @DisplayName("a channel that two rules change is found by its old name and by its new one")
  void changedTwice() throws Exception {
    TestLineup plan = new TestLineup(folder).list(ONE).rule(PREFIX).rule("channel_name equals \"x\" REMOVE")
        .rule(SUFFIX);
    for (String name : List.of("us: cnn hd", "CNN")) {
      Explanation found = explain(plan.plan(), name);
      assertThat(found.exact()).isTrue();
      assertThat(found.hits()).singleElement().satisfies(hit -> {
        assertThat(hit.name()).isEqualTo("US: CNN HD");
        assertThat(hit.group()).isEqualTo("News");
        assertThat(hit.journey().steps()).contains(
            new Step.Mapped(PREFIX, 1, List.of(new FieldChange("channel_name", "US: CNN HD", "CNN HD"))),
            new Step.Mapped(SUFFIX, 3, List.of(new FieldChange("channel_name", "CNN HD", "CNN"))),
            new Step.Untouched(1));
        assertThat(hit.journey().steps().getLast()).isEqualTo(new Step.Published(
            "#EXTINF:-1 tvg-id=\"cnn\" tvg-chno=\"5\" group-title=\"News\",CNN\nhttp://h/live/***/***/1.ts\n", true));
      });
    }
  }

  @Test
  @DisplayName("what one rule sets and another sets back is published as the provider wrote it, as by a run")
  void setBack() throws Exception {
    String entry = "#EXTINF:-1 tvg-id=odd group-title='X' , Odd TV\nhttp://h/odd\n";
    RunPlan plan = new TestLineup(folder).list(ONE + entry)
        .rule("tvg_id == \"odd\" SET channel_name = \"x\", tvg_id = \"y\"")
        .rule("tvg_id == \"y\" SET channel_name = \"Odd TV\", tvg_id = \"odd\"").plan();
    assertThat(last(plan, "Odd TV")).isEqualTo(new Step.Published(entry, false));
  }

  @Test
  @DisplayName("where a channel is taken out, its journey ends with what did it")
  void takenOut() throws Exception {
    assertThat(last(new TestLineup(folder).list(ONE).rule(PREFIX).rule("channel_name contains \"cnn\" REMOVE").plan(),
        "us: cnn hd"))
        .isEqualTo(new Step.Removed("channel_name contains \"cnn\" REMOVE", 2));
    assertThat(
        last(new TestLineup(folder).list(ONE).filter(Filter.Mode.EXCLUDE, "group_title == \"Shop\"").plan(), "Shop TV"))
        .isEqualTo(new Step.Excluded("group_title == \"Shop\""));
    assertThat(
        last(new TestLineup(folder).list(ONE).filter(Filter.Mode.INCLUDE, "group_title == \"News\"").plan(), "Shop TV"))
        .isEqualTo(new Step.NotIncluded());
  }

  @Test
  @DisplayName("a duplicate ends with the channel that an earlier source has")
  void duplicate() throws Exception {
    RunPlan plan = new TestLineup(folder).list(ONE).list(TWO).plan();
    assertThat(last(plan.with(by(Deduplication.URL)), "CNN")).isEqualTo(new Step.HeldBack("US: CNN HD", "list 0"));
    assertThat(last(plan.with(by(Deduplication.KEY)), "CNN")).isInstanceOf(Step.Published.class);
    RunPlan same = new TestLineup(folder).list(TWO).list(TWO).plan().with(by(Deduplication.KEY));
    assertThat(explain(same, "CNN").hits()).hasSize(2).satisfiesExactly(
        first -> assertThat(first.journey().steps().getLast()).isInstanceOf(Step.Published.class),
        second -> assertThat(second.journey().steps().getLast()).isEqualTo(new Step.HeldBack("CNN", "list 0")));
  }

  @Test
  @DisplayName("who lost its number is told who has it")
  void clash() throws Exception {
    RunPlan plan = new TestLineup(folder).list(ONE).numbering(new Numbering.Keep()).rule(PREFIX).plan();
    assertThat(explain(plan, "bbc one").hits().getFirst().journey().steps())
        .contains(new Step.Numbered("5", "1", Optional.of("CNN HD")));
    assertThat(explain(plan, "CNN HD").hits().getFirst().journey().steps()).contains(new Step.Numbered("5", "5"));
    assertThat(explain(plan, "Shop TV").hits().getFirst().journey().steps()).contains(new Step.Numbered("", "2"));
  }

  @Test
  @DisplayName("of entries that are equal in every byte each has its own number")
  void equals() throws Exception {
    String entry = "#EXTINF:-1,Same\nhttp://h/same\n";
    RunPlan plan = new TestLineup(folder).list("#EXTM3U\n" + entry.repeat(25)).numbering(new Numbering.From(7)).plan();
    Explanation found = explain(plan, "same");
    assertThat(found.total()).isEqualTo(25);
    assertThat(found.hits()).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(found.hits().get(i).journey().steps()).contains(new Step.Numbered("", Integer.toString(7 + i)));
    }
  }

  @Test
  @DisplayName("by a condition, by part of a name, or not at all")
  void asked() throws Exception {
    RunPlan plan = new TestLineup(folder).list(ONE).rule(PREFIX).plan();
    assertThat(explain(plan, "group_title equals \"News\"")).satisfies(found -> {
      assertThat(found.total()).isEqualTo(2);
      assertThat(found.exact()).isTrue();
    });
    assertThat(explain(plan, "one bbc")).satisfies(found -> {
      assertThat(found.total()).isEqualTo(1);
      assertThat(found.exact()).isFalse();
    });
    assertThat(explain(plan, "BCB One")).isEqualTo(new Explanation(List.of(), 0, false, List.of("BBC One")));
    assertThat(explain(plan, "group_title equals \"None\"")).isEqualTo(new Explanation(List.of(), 0, false, List.of()));
    assertThatThrownBy(() -> explain(plan, "group_title eqals \"None\"")).isInstanceOf(RuleSyntaxException.class);
  }

  @Test
  @DisplayName("a rule that has to be stopped is the end of the journey, and of an explanation that needs a whole run")
  void stopped() throws Exception {
    String pattern = "channel_name matches \"^(a|a)*(a|a)*\\\\1?b$\" REMOVE";
    TestLineup plan = new TestLineup(folder).list(ONE + "#EXTINF:-1," + "a".repeat(5_000) + "!\nhttp://h/a\n")
        .rule(pattern);
    assertThat(last(plan.plan(), "channel_name ends_with \"!\"")).isInstanceOf(Step.Failed.class);
    assertThat(last(plan.plan(), "Shop TV")).isInstanceOf(Step.Published.class);
    plan.numbering(new Numbering.Keep());
    assertThatThrownBy(() -> explain(plan.plan(), "Shop TV")).isInstanceOf(PipelineException.class);
  }

  private static Tuning by(Deduplication how) {
    return new Tuning(Map.of(), OptionalInt.empty(), how);
  }

  private Step last(RunPlan plan, String asked) throws Exception {
    return explain(plan, asked).hits().getFirst().journey().steps().getLast();
  }

  private Explanation explain(RunPlan plan, String asked) throws Exception {
    try (var workers = Executors.newFixedThreadPool(2); var inputs = ListReading.inputs(folder)) {
      var means = new RunResources(inputs, workers, 2, FakeGauge.calm(), SpillSpace.ofSystem());
      return new ChannelExplanation(means).explain(plan, asked);
    }
  }
}
