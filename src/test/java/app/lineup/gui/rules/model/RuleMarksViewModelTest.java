package app.lineup.gui.rules.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.census.Census;
import app.lineup.app.census.CensusPlan;
import app.lineup.app.census.RuleTally;
import app.lineup.app.session.Sessions;
import app.lineup.gui.text.Texts;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RuleMarksViewModelTest {

  private final RulesViewModel rules = new RulesViewModel(Texts.of("rules"), Sessions.empty(), Runnable::run,
      Runnable::run);
  private final List<Source> sources = new ArrayList<>(List.of(new Source("a", new Location.OfFile(Path.of("a.m3u")))));
  private final List<Runnable> pause = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<CensusPlan> asked = new ArrayList<>();
  private Function<CensusPlan, Census> answer = plan -> census(1000, true, Stream.generate(() -> tally(7, 7))
      .limit(plan.rules().size() + plan.filters().size()).toArray(RuleTally[]::new));
  private boolean fails;
  private final RuleMarksViewModel marks = new RuleMarksViewModel(
      Texts.of("rules"), rules, () -> sources, this::count, waiting::add, Runnable::run, pause::add);

  private Census count(CensusPlan plan) throws PipelineException {
    asked.add(plan);
    if (fails) {
      throw new PipelineException(PipelineException.Kind.USER, "rule", "too many steps", "Make it simpler.");
    }
    return answer.apply(plan);
  }

  private static RuleTally tally(long matching, long acting) {
    return new RuleTally(matching, acting, OptionalInt.empty());
  }

  private static RuleTally useless(long matching, int by) {
    return new RuleTally(matching, 0, OptionalInt.of(by));
  }

  private static Census census(long lookedAt, boolean complete, RuleTally... tallies) {
    return new Census(lookedAt, List.of(tallies), complete);
  }

  private static void all(List<Runnable> work) {
    List<Runnable> now = List.copyOf(work);
    work.clear();
    now.forEach(Runnable::run);
  }

  private void pauseAndCount() {
    all(pause);
    all(waiting);
  }

  private RuleMark mark(int row) {
    return rules.rows().get(row).mark().get();
  }

  @Test
  void countsAllRowsThatTakePartAtOnceWhenNobodyChangesThemAnyMore() {
    marks.open(true);
    rules.add(RuleKind.RULE, "SET tvg_id = \"1\"");
    rules.add(RuleKind.RULE, "SET tvg_id = \"2\"").on().set(false);
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    rules.add(RuleKind.INCLUDE, "tvg_id is_emty");
    rules.add(RuleKind.INCLUDE, "tvg_id contains \"a\"");
    assertThat(waiting).isEmpty();
    pauseAndCount();
    assertThat(asked).containsExactly(new CensusPlan(sources, List.of(new Rule("SET tvg_id = \"1\"", true)), List.of(
        new Filter(Filter.Mode.EXCLUDE, "tvg_id is_empty", true),
        new Filter(Filter.Mode.INCLUDE, "tvg_id contains \"a\"", true))));
    assertThat(mark(0)).isEqualTo(new RuleMark(RuleMark.Notice.WORKS, "7", "Matches 7 of 1,000 channels."));
    assertThat(mark(1)).isNull();
    assertThat(mark(3)).as("has a mistake").isNull();
    assertThat(mark(4)).isNotNull();
  }

  @Test
  void saysWhatIsToBeNoticed() {
    marks.open(true);
    Stream.of("SET tvg_id = \"1\"", "tvg_id contains \"z\" REMOVE", "SET tvg_id ?= \"1\"", "tvg_id is_empty REMOVE",
        "SET tvg_id = \"a\"")
        .forEach(text -> rules.add(RuleKind.RULE, text));
    rules.rows().getFirst().on().set(false);
    rules.add(RuleKind.RULE, "SET group_title = \"b\"");
    rules.add(RuleKind.EXCLUDE, "tvg_id contains \"1\"");
    rules.add(RuleKind.EXCLUDE, "tvg_id contains \"2\"");
    answer = plan -> census(15_515, true,
        tally(0, 0), tally(1_200, 800), useless(0, 0), useless(9, 1), tally(3, 0), tally(5, 5), useless(4, 5));
    pauseAndCount();
    assertThat(Stream.of(1, 2, 3, 4, 5, 6, 7).map(this::mark)).containsExactly(
        new RuleMark(RuleMark.Notice.NOTHING, "0", "Matches none of 15,515 channels, as the rules above leave them."),
        new RuleMark(RuleMark.Notice.WORKS, "1,200", "Matches 1,200 of 15,515 channels and changes 800."),
        new RuleMark(RuleMark.Notice.USELESS, "0", "Matches nothing, because row 2 takes away what it would match."),
        new RuleMark(
            RuleMark.Notice.USELESS, "9", "Matches 9 channels, but changes nothing: row 3 has done it before."),
        new RuleMark(
            RuleMark.Notice.IDLE, "3", "Matches 3 channels, but changes nothing: they say already what it sets."),
        new RuleMark(RuleMark.Notice.WORKS, "5", "Matches 5 of 15,515 channels."),
        new RuleMark(RuleMark.Notice.USELESS, "4",
            "Makes no difference: filters above match the same 4 channels already, row 7 among them."));
  }

  @Test
  void ofListsThatCannotBeReadNothingIsClaimed() {
    marks.open(true);
    rules.add(RuleKind.RULE, "tvg_id is_empty REMOVE");
    answer = plan -> census(10, false, tally(0, 0));
    pauseAndCount();
    assertThat(mark(0)).isEqualTo(
        new RuleMark(RuleMark.Notice.WORKS, "0", "Matches 0 of 10 channels. Not every list could be read."));
    answer = plan -> census(0, true, tally(0, 0));
    marks.listsChanged();
    pauseAndCount();
    assertThat(mark(0).notice()).isEqualTo(RuleMark.Notice.WORKS);
  }

  @Test
  void whatIsChangedLosesItsMarkAtOnceAndTheOthersKeepTheirsUntilTheyAreCounted() {
    marks.open(true);
    RuleViewModel first = rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    RuleViewModel second = rules.add(RuleKind.EXCLUDE, "tvg_id contains \"a\"");
    pauseAndCount();
    second.text().set("tvg_id contains \"ab\"");
    assertThat(second.mark().get()).isNull();
    assertThat(first.mark().get()).isNotNull();
    pauseAndCount();
    assertThat(second.mark().get()).isNotNull();
    first.on().set(false);
    assertThat(first.mark().get()).isNull();
    second.kind().set(RuleKind.INCLUDE);
    assertThat(second.mark().get()).isNull();
  }

  @Test
  void belowARuleThatCannotBeUnderstoodNobodyKnows() {
    marks.open(true);
    rules.add(RuleKind.RULE, "SET tvg_id = \"1\"");
    RuleViewModel bad = rules.add(RuleKind.RULE, "SET tvg_id = \"2\"");
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    pauseAndCount();
    bad.text().set("SET tvg_it");
    pauseAndCount();
    assertThat(asked.getLast().filters()).isEmpty();
    assertThat(mark(0)).isNotNull();
    assertThat(mark(2)).isNull();
  }

  @Test
  void theNextChangeCancelsAndTooLateIsNotShown() {
    marks.open(true);
    RuleViewModel row = rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    all(pause);
    row.text().set("tvg_id contains \"a\"");
    all(waiting);
    assertThat(asked).isEmpty();
    answer = plan -> {
      row.text().set("tvg_id contains \"b\"");
      return census(10, true, tally(1, 1));
    };
    pauseAndCount();
    assertThat(asked).hasSize(1);
    assertThat(row.mark().get()).isNull();
    assertThat(Thread.interrupted()).as("what is under way is interrupted").isTrue();
  }

  @Test
  void nothingIsCountedTwiceNorWhileNobodySees() {
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    assertThat(pause).isEmpty();
    marks.open(true);
    pauseAndCount();
    marks.open(false);
    marks.open(true);
    pauseAndCount();
    assertThat(asked).hasSize(1);
    marks.listsChanged();
    pauseAndCount();
    assertThat(asked).hasSize(2);
    sources.clear();
    marks.listsChanged();
    pauseAndCount();
    assertThat(asked).hasSize(2);
    assertThat(mark(0)).isNull();
  }

  @Test
  void aCensusThatFailsLeavesNoMarks() {
    marks.open(true);
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    pauseAndCount();
    fails = true;
    marks.listsChanged();
    pauseAndCount();
    assertThat(mark(0)).isNull();
  }

  @Test
  void aLikelyLiteralIsOfferedToBeMended() {
    RuleViewModel row = rules.add(RuleKind.RULE, "channel_name matches \"BBC (HD)\" SET group_title = \"BBC\"");
    assertThat(row.hint().get().what()).startsWith("Did you mean “BBC (HD)” as it stands?");
    row.takeSuggestion();
    assertThat(row.text().get()).isEqualTo("channel_name contains \"BBC (HD)\" SET group_title = \"BBC\"");
    assertThat(row.hint().get()).isNull();
    row.takeHint(false);
    assertThat(row.text().get()).startsWith("channel_name contains");
    RuleViewModel filter = rules.add(RuleKind.EXCLUDE, "");
    assertThat(filter.hint().get()).isNull();
    filter.text().set("group_title matches \"|UK| News\"");
    filter.takeHint(true);
    assertThat(filter.text().get()).isEqualTo("group_title matches \"\\|UK\\| News\"");
    assertThat(filter.hint().get()).isNull();
    filter.text().set("group_title matches \"|UK| News");
    assertThat(filter.mistake().get()).isNotNull();
    assertThat(filter.hint().get()).isNull();
  }
}
