package app.lineup.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.app.explain.Journey.FieldChange;
import app.lineup.app.explain.Journey.Step;
import app.lineup.app.lineup.Lineup;
import app.lineup.app.lineup.TestLineup;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.LogoState;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.StageType;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journey says what each stage did, in words that carry no password.
final class JourneyTest {

  private static final String LIST = """
      #EXTM3U catchup="default"
      #EXTGRP:Lasting
      #EXTINF:-1 tvg-id="one" tvg-chno="5",One HD
      http://h:80/live/someone/secret/1.ts
      #EXTINF:-1 tvg-chno="5",Two
      http://h/two
      """;

  @TempDir
  private Path folder;

  @Test
  @DisplayName("every stage has its step, and each rule that changed something")
  void whole() throws Exception {
    var plan = new TestLineup(folder).list(LIST).numbering(new Numbering.From(20))
        .rule("channel_name contains \"nothing\" SET channel_name = \"x\"")
        .rule(new Rule("SET channel_name = \"off\"", false))
        .rule("channel_name matches \"^(\\w+) HD$\" SET channel_name = \"$1\", tvg_logo = \"http://l/a.png?token=abc\"")
        .rule("channel_name equals \"One\" SET channel_name = \"First\"")
        .filter(Filter.Mode.INCLUDE, "channel_name equals \"x\"")
        .filter(Filter.Mode.INCLUDE, "channel_name equals \"First\"")
        .filter(Filter.Mode.EXCLUDE, "channel_name equals \"Two\"");
    List<Step> steps = journey(plan, 0).steps();
    assertThat(steps).containsExactly(
        new Step.Loaded("list 0", folder.resolve("list-0.m3u").toString(), List.of(
            new FieldChange("group_title", "", "Lasting"), new FieldChange("attr(\"catchup\")", "", "default"))),
        new Step.Mapped(
            "channel_name matches \"^(\\w+) HD$\" SET channel_name = \"$1\", "
                + "tvg_logo = \"http://l/a.png?token=abc\"", 3,
            List.of(new FieldChange("channel_name", "One HD", "One"),
                new FieldChange("tvg_logo", "", "http://l/a.png?token=***"))),
        new Step.Mapped("channel_name equals \"One\" SET channel_name = \"First\"", 4,
            List.of(new FieldChange("channel_name", "One", "First"))),
        new Step.Untouched(1),
        new Step.Kept(Optional.of("channel_name equals \"First\""), 1),
        new Step.Numbered("5", "20"),
        new Step.Logo(LogoState.NOT_FETCHED),
        new Step.Published("""
            #EXTINF:-1 tvg-id="one" tvg-chno="20" tvg-logo="http://l/a.png?token=***" group-title="Lasting",First
            http://h:80/live/***/***/1.ts
            """, true));
    assertThat(steps.stream().map(Step::stage).distinct()).containsExactly(
        StageType.SOURCE_LOADING, StageType.DATA_MAPPING, StageType.FILTERING, StageType.CHANNEL_NUMBERING,
        StageType.LOGO_PREFETCH, StageType.M3U_GENERATION);
  }

  @Test
  @DisplayName("where nothing is on, the bytes are the provider's")
  void untouched() throws Exception {
    List<Step> steps = journey(new TestLineup(folder).list(LIST), 1).steps();
    assertThat(steps.subList(1, steps.size())).containsExactly(
        new Step.Kept(Optional.empty(), 0), new Step.Numbered("5", "5"), new Step.Logo(LogoState.NOT_FETCHED),
        new Step.Published("#EXTINF:-1 tvg-chno=\"5\",Two\nhttp://h/two\n", false));
  }

  @Test
  @DisplayName("a channel that lost its number to an earlier one has another")
  void lostNumber() throws Exception {
    assertThat(journey(new TestLineup(folder).list(LIST).numbering(new Numbering.Keep()), 1).steps())
        .contains(new Step.Numbered("5", "1"));
  }

  @Test
  @DisplayName("under another plan, the journey ends where that plan takes the channel out")
  void takenOut() throws Exception {
    NumberedChannel one = channel(new TestLineup(folder).list(LIST), 0);
    assertThat(last(one, new TestLineup(folder).rule("channel_name contains \"one\" REMOVE")))
        .isEqualTo(new Step.Removed("channel_name contains \"one\" REMOVE", 1));
    assertThat(last(one, new TestLineup(folder).filter(Filter.Mode.INCLUDE, "tvg_id is_empty")))
        .isEqualTo(new Step.NotIncluded());
    assertThat(last(one, new TestLineup(folder).filter(Filter.Mode.EXCLUDE, "tvg_id == \"one\"")))
        .isEqualTo(new Step.Excluded("tvg_id == \"one\""));
    assertThat(last(one, new TestLineup(folder).rule("SET channel_name = \"## A ##\"").hideSeparators()))
        .isEqualTo(new Step.HiddenSeparator());
  }

  @Test
  @DisplayName("a rule or filter that had to be stopped says so")
  void stopped() throws Exception {
    String pattern = "channel_name matches \"^(a|a)*(a|a)*\\\\1?b$\"";
    NumberedChannel odd = channel(
        new TestLineup(folder).list("#EXTM3U\n#EXTINF:-1," + "a".repeat(5_000) + "!\nhttp://h/a\n"), 0);
    assertThat(last(odd, new TestLineup(folder).rule(pattern + " REMOVE")))
        .isInstanceOfSatisfying(Step.Failed.class, failed -> {
      assertThat(failed.stage()).isEqualTo(StageType.DATA_MAPPING);
      assertThat(failed.rule()).isEqualTo(pattern + " REMOVE");
      assertThat(failed.why()).isNotBlank();
    });
    assertThat(last(odd, new TestLineup(folder).filter(Filter.Mode.EXCLUDE, pattern))).isInstanceOfSatisfying(
        Step.Failed.class, failed -> assertThat(failed.stage()).isEqualTo(StageType.FILTERING));
    assertThatThrownBy(() -> Journey.of(odd, new TestLineup(folder).rule("SET x").plan()))
        .isInstanceOf(RuleSyntaxException.class);
  }

  @Test
  @DisplayName("rule by rule it comes to what the build came to")
  void sameAsTheBuild() throws Exception {
    var plan = new TestLineup(folder).list(LIST)
        .rule("SET group_title += \" A\"").rule("SET group_title -= \" A\"")
        .rule("SET channel_name = \"${group_title} ${channel_name}\"");
    NumberedChannel channel = channel(plan, 0);
    List<FieldChange> names = Journey.of(channel, plan.plan()).steps().stream()
        .filter(Step.Mapped.class::isInstance).map(Step.Mapped.class::cast).flatMap(step -> step.changes().stream())
        .filter(change -> change.field().equals("channel_name")).toList();
    assertThat(names.getLast().to()).isEqualTo(channel.channel().text(KnownField.CHANNEL_NAME));
  }

  private static Step last(NumberedChannel channel, TestLineup plan) {
    return Journey.of(channel, plan.plan()).steps().getLast();
  }

  private static Journey journey(TestLineup plan, int index) throws Exception {
    return Journey.of(channel(plan, index), plan.plan());
  }

  private static NumberedChannel channel(TestLineup plan, int index) throws Exception {
    try (Lineup lineup = plan.build()) {
      return lineup.channels().read(index, 1).getFirst();
    }
  }
}
