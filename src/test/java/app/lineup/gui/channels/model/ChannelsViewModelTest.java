package app.lineup.gui.channels.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Texts;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChannelsViewModelTest {

  private final Hand making = new Hand();
  private final Hand reading = new Hand();
  private final Hand quiet = new Hand();
  private final List<RunPlan> plans = new ArrayList<>();
  private Optional<FakeLineup> kept = Optional.empty();
  private FakeLineup next = new FakeLineup("New", 1000);
  private Optional<PipelineException> broken = Optional.empty();
  private boolean sources = true;
  private Optional<String> mistake = Optional.empty();
  private boolean numbered = true;
  private List<Rule> rules = List.of();

  private final LineupViewModel.Ingredients ingredients = new LineupViewModel.Ingredients() {
    @Override
    public boolean hasSources() {
      return sources;
    }

    @Override
    public Optional<String> mistake() {
      return mistake;
    }

    @Override
    public Optional<RunPlan> plan() {
      return numbered ? Optional.of(new RunPlan(List.of(), rules, List.of(), new Numbering.None(),
          SeparatorPolicy.KEEP, new Target.OfFile(Path.of("out.m3u")), true)) : Optional.empty();
    }
  };

  private final LineupViewModel.Lineups lineups = new LineupViewModel.Lineups() {
    @Override
    public Optional<LineupHandle> kept() {
      return kept.map(FakeLineup::content);
    }

    @Override
    public LineupHandle make(RunPlan plan, RunTelemetry telemetry) throws PipelineException, InterruptedException {
      plans.add(plan);
      telemetry.stage(StageType.SOURCE_LOADING.id()).addItems(1234);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (broken.isPresent()) {
        throw broken.get();
      }
      return next.content();
    }
  };

  private final ChannelsViewModel channels = new ChannelsViewModel(Texts.of("channels"), ingredients, lineups, making,
      reading, Runnable::run, (after, work) -> quiet.execute(work));

  private void change() {
    channels.changed();
    quiet.all();
    making.all();
    reading.all();
  }

  private List<String> names() {
    RowsViewModel rows = channels.search().rows().get();
    int shown = Math.min(rows.size(), 300);
    List<RowViewModel> seen = IntStream.range(0, shown).mapToObj(rows::get).toList();
    reading.all();
    return seen.stream().map(row -> row.text().get().name()).toList();
  }

  @Test
  void theFirstLineupIsMadeWhenThingsAreQuiet() {
    assertThat(channels.empty().get()).isEqualTo(Empty.NO_SOURCES);
    channels.changed();
    channels.changed();
    assertThat(making.waiting()).isZero();
    quiet.all();
    assertThat(making.waiting()).isOne();
    assertThat(channels.empty().get()).isEqualTo(Empty.NOT_YET);
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.UPDATING);
    making.all();
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.CURRENT);
    assertThat(channels.empty().get()).isEqualTo(Empty.NOT);
    assertThat(channels.search().count().get()).isEqualTo("1,000 channels");
    assertThat(channels.groups().rows()).extracting(GroupRow::name).containsExactly("All channels", "Even", "Odd");
    assertThat(channels.groups().rows()).extracting(GroupRow::channels).containsExactly("1,000", "500", "500");
    assertThat(names()).startsWith("New 0", "New 1");
  }

  @Test
  void theLineupOfAnEarlierStartIsShownAtOnceAndStaysIfNothingIsNew() {
    var old = new FakeLineup("Old", 10);
    kept = Optional.of(old);
    channels.start();
    making.all();
    assertThat(names()).startsWith("Old 0");
    change();
    assertThat(plans).isEmpty();
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.CURRENT);
    channels.lineup().update();
    making.all();
    reading.all();
    assertThat(plans).hasSize(1);
    assertThat(names()).startsWith("New 0");
    assertThat(old.closed()).isOne();
  }

  @Test
  void theOldLineupStaysUntilTheNewOneIsThere() {
    change();
    FakeLineup old = next;
    old.age();
    next = new FakeLineup("Newer", 20);
    channels.changed();
    quiet.all();
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.UPDATING);
    assertThat(channels.empty().get()).isEqualTo(Empty.NOT);
    assertThat(names()).startsWith("New 0");
    assertThat(old.closed()).isZero();
    making.all();
    reading.all();
    assertThat(names()).startsWith("Newer 0").hasSize(20);
    assertThat(old.closed()).isOne();
  }

  @Test
  void aChangeStopsWhatIsBeingMade() {
    channels.changed();
    quiet.all();
    channels.changed();
    quiet.all();
    making.all();
    assertThat(plans).hasSize(1);
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.CURRENT);
  }

  @Test
  void cancellingLeavesTheOldOneOutOfDate() {
    change();
    next.age();
    channels.changed();
    quiet.all();
    channels.lineup().sample();
    assertThat(channels.lineup().progress().get()).isEqualTo("Updating…");
    channels.lineup().cancel();
    making.all();
    assertThat(plans).hasSize(1);
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.OUT_OF_DATE);
    assertThat(names()).startsWith("New 0");
  }

  @Test
  void whatIsMadeInVainIsClosed() {
    channels.changed();
    quiet.all();
    var late = next;
    // The cancellation comes when the work is done and the window has not heard of it yet.
    var slow = new Hand();
    var other = new ChannelsViewModel(Texts.of("channels"), ingredients, lineups,
        making, reading, slow, (after, work) -> quiet.execute(work));
    channels.lineup().cancel();
    other.changed();
    quiet.all();
    making.all();
    other.lineup().cancel();
    slow.all();
    making.all();
    assertThat(late.closed()).isOne();
    assertThat(other.search().rows().get()).isNull();
  }

  @Test
  void aFailureSaysWhichSourceAndKeepsTheOldLineup() {
    change();
    next.age();
    broken = Optional.of(new PipelineException(PipelineException.Kind.EXTERNAL, "Provider", "it does not answer",
        "Try later.", new IllegalStateException("http://u:p@host/")));
    change();
    assertThat(channels.lineup().failure().get().subject()).isEqualTo("Provider");
    assertThat(channels.lineup().failure().get().details()).doesNotContain("u:p@");
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.OUT_OF_DATE);
    assertThat(names()).startsWith("New 0");
    broken = Optional.empty();
    channels.lineup().update();
    making.all();
    assertThat(channels.lineup().failure().get()).isNull();
  }

  @Test
  void aFirstLineupThatFailsSaysSo() {
    broken = Optional.of(new PipelineException(PipelineException.Kind.USER, "List", "it is gone", ""));
    change();
    assertThat(channels.empty().get()).isEqualTo(Empty.NOT_MADE);
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.NONE);
  }

  @Test
  void aRuleOrNumberThatIsWrongKeepsTheOldLineup() {
    change();
    mistake = Optional.of("Row 1 of the rules: nonsense");
    change();
    assertThat(channels.lineup().failure().get().what()).isEqualTo("Row 1 of the rules: nonsense");
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.OUT_OF_DATE);
    assertThat(names()).startsWith("New 0");
    mistake = Optional.empty();
    numbered = false;
    change();
    assertThat(channels.lineup().failure().get().advice()).startsWith("Mend it in Run.");
    assertThat(plans).hasSize(1);
  }

  @Test
  void withoutSourcesThereIsNothing() {
    change();
    FakeLineup old = next;
    sources = false;
    change();
    assertThat(channels.empty().get()).isEqualTo(Empty.NO_SOURCES);
    assertThat(channels.search().rows().get()).isNull();
    assertThat(channels.groups().rows()).isEmpty();
    assertThat(old.closed()).isOne();
  }

  @Test
  void anEmptyLineupSaysSo() {
    next = new FakeLineup("None", 0);
    change();
    assertThat(channels.empty().get()).isEqualTo(Empty.NO_CHANNELS);
  }

  @Test
  void aSearchBeginsAfterTheLastKeyAndNarrowsTheGroup() {
    change();
    channels.search().text().set("New 9");
    channels.search().text().set("New 99");
    assertThat(reading.waiting()).isZero();
    quiet.all();
    assertThat(reading.waiting()).isOne();
    assertThat(channels.search().searching().get()).isTrue();
    reading.all();
    assertThat(names()).startsWith("New 99", "New 990").hasSize(11);
    assertThat(channels.search().count().get()).isEqualTo("11 of 1,000");
    assertThat(channels.search().searching().get()).isFalse();

    channels.groups().select(channels.groups().rows().get(1));
    reading.all();
    assertThat(names()).containsExactly("New 990", "New 992", "New 994", "New 996", "New 998");

    channels.search().text().set("");
    quiet.all();
    reading.all();
    assertThat(channels.search().count().get()).isEqualTo("500 of 1,000");
    channels.groups().select(channels.groups().rows().getFirst());
    assertThat(channels.search().count().get()).isEqualTo("1,000 channels");
  }

  @Test
  void theNextKeyStopsASearch() {
    change();
    channels.search().text().set("New 9");
    quiet.all();
    channels.search().text().set("New 8");
    reading.all();
    assertThat(channels.search().count().get()).isEqualTo("1,000 channels");
    quiet.all();
    reading.all();
    assertThat(names()).startsWith("New 8");
  }

  @Test
  void aSearchWithoutHitsShowsNone() {
    change();
    channels.search().text().set("nothing like it");
    quiet.all();
    reading.all();
    assertThat(channels.search().rows().get()).isEmpty();
    assertThat(channels.search().count().get()).isEqualTo("0 of 1,000");
  }

  @Test
  void aWrongExpressionShowsItsMistakeAndLeavesTheTable() {
    change();
    RowsViewModel before = channels.search().rows().get();
    channels.search().text().set("group_title contians \"x\"");
    quiet.all();
    reading.all();
    assertThat(channels.search().mistake().get().what()).startsWith("Column 13:");
    assertThat(channels.search().mistake().get().suggestion()).isEqualTo("contains");
    assertThat(channels.search().rows().get()).isSameAs(before);
    channels.search().takeSuggestion();
    assertThat(channels.search().text().get()).isEqualTo("group_title contains \"x\"");
    quiet.all();
    reading.all();
    assertThat(channels.search().mistake().get()).isNull();
  }

  @Test
  void aNewLineupIsSearchedAgainAndTheOldHitsStayUntilThen() {
    change();
    channels.search().text().set("9");
    quiet.all();
    reading.all();
    FakeLineup old = next;
    old.age();
    next = new FakeLineup("Newer", 100);
    channels.changed();
    quiet.all();
    making.all();
    assertThat(channels.search().rows().get().size()).isEqualTo(271);
    assertThat(old.closed()).isZero();
    reading.all();
    assertThat(names()).startsWith("Newer 9", "Newer 19").hasSize(19);
    assertThat(old.closed()).isOne();
  }

  @Test
  void theSelectedChannelIsToldAndSurvivesANewLineup() {
    change();
    channels.select(7);
    reading.all();
    DetailsViewModel.Shown shown = channels.details().shown().get();
    assertThat(shown.name()).isEqualTo("New 7");
    assertThat(shown.details()).contains(new Detail("Group", "Odd"), new Detail("Source", "Home"))
        .noneMatch(detail -> detail.value().contains("secret") || detail.name().equals("tvg-id"));
    assertThat(shown.steps()).extracting(Step::stage)
        .containsExactly("Loading", "Filtering", "Numbering", "Logos", "Generation");
    assertThat(shown.steps().getLast().code()).contains("New 7").doesNotContain("secret");
    assertThat(shown.entry()).contains("secret");

    next.age();
    next = new FakeLineup("Newer", 100);
    change();
    assertThat(channels.selected().get()).isEqualTo(7);
    assertThat(channels.details().shown().get().name()).isEqualTo("Newer 7");

    next.age();
    next = new FakeLineup("Short", 5);
    change();
    assertThat(channels.selected().get()).isNegative();
    assertThat(channels.details().shown().get()).isNull();
  }

  @Test
  void whatIsSelectedStaysSoInANewLineupAndIsCounted() {
    change();
    channels.selection().only(10);
    channels.selection().extend(14, false);
    assertThat(channels.selectedWords().get()).isEqualTo("5 of 1,000 selected");
    next.age();
    next = new FakeLineup("New", 1000).without(0, 1, 12);
    change();
    assertThat(channels.selection().indexes()).containsExactly(8, 9, 10, 11);
    assertThat(channels.selected().get()).isEqualTo(11);
    channels.search().text().set("New 13");
    quiet.all();
    reading.all();
    assertThat(channels.selectedWords().get()).isEqualTo("1 of 11 selected (3 more are not in this search)");
    channels.selection().leave();
    assertThat(channels.selectedWords().get()).isEmpty();
  }

  @Test
  void ofTooManyNoneIsLookedForInANewLineup() {
    next = new FakeLineup("Long", 100_001);
    change();
    channels.selection().all();
    assertThat(channels.selectedWords().get()).isEqualTo("100,001 of 100,001 selected");
    next.age();
    next = new FakeLineup("New", 100_001);
    change();
    assertThat(names()).startsWith("New 0");
    assertThat(channels.selection().indexes()).isEmpty();
  }

  @Test
  void aLineupThatIsOvertakenWhileChannelsAreLookedForIsClosed() {
    change();
    channels.select(3);
    next.age();
    FakeLineup second = new FakeLineup("Second", 100);
    next = second;
    channels.changed();
    quiet.all();
    making.all();
    second.age();
    next = new FakeLineup("Third", 100);
    channels.changed();
    quiet.all();
    making.all();
    reading.all();
    assertThat(second.closed()).isOne();
    assertThat(names()).startsWith("Third 0");
    assertThat(channels.selected().get()).isEqualTo(3);
  }

  @Test
  void aSelectionInHitsIsTheChannelsOwn() {
    change();
    channels.search().text().set("99");
    quiet.all();
    reading.all();
    channels.select(1);
    assertThat(channels.selected().get()).isEqualTo(199);
    channels.select(-1);
    assertThat(channels.selected().get()).isNegative();
  }

  @Test
  void aLineupThatCannotBeReadIsOutOfDate() {
    change();
    next.breakWith(new PipelineException(PipelineException.Kind.RESOURCES, "lineup", "its file is gone", "Update."));
    channels.search().rows().get().get(0);
    reading.all();
    assertThat(channels.lineup().failure().get().what()).isEqualTo("its file is gone");
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.OUT_OF_DATE);
  }

  @Test
  void rowsThatAreGoneDoNotSpeakOfTheNewLineup() {
    change();
    channels.search().rows().get().get(0);
    FakeLineup old = next;
    old.age();
    old.breakWith(new PipelineException(PipelineException.Kind.INTERNAL, "lineup", "it was closed", ""));
    next = new FakeLineup("Newer", 20);
    channels.changed();
    quiet.all();
    making.all();
    reading.all();
    assertThat(channels.lineup().failure().get()).isNull();
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.CURRENT);
  }

  @Test
  void theLineupOfAnEarlierStartComesLateAndIsStillKept() {
    var old = new FakeLineup("Old", 10);
    kept = Optional.of(old);
    channels.start();
    channels.changed();
    quiet.all();
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.UPDATING);
    making.all();
    assertThat(plans).as("it is just the one that is wanted").isEmpty();
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.CURRENT);
    assertThat(names()).startsWith("Old 0");
  }

  @Test
  void theLineupOfAnEarlierStartIsNotShownWhereAllSourcesWentMeanwhile() {
    var old = new FakeLineup("Old", 10);
    kept = Optional.of(old);
    channels.start();
    sources = false;
    channels.changed();
    quiet.all();
    making.all();
    reading.all();
    assertThat(channels.empty().get()).isEqualTo(Empty.NO_SOURCES);
    assertThat(channels.search().rows().get()).isNull();
    assertThat(old.closed()).isOne();
  }

  @Test
  void theLineupOfAnEarlierStartIsOutOfDateWhereAnUpdateWasCancelled() {
    kept = Optional.of(new FakeLineup("Old", 10));
    channels.start();
    channels.lineup().update();
    channels.lineup().cancel();
    making.all();
    assertThat(channels.lineup().freshness().get()).isEqualTo(Freshness.OUT_OF_DATE);
  }

  @Test
  void aChannelIsShownThoughARuleIsWrong() {
    kept = Optional.of(new FakeLineup("Old", 10));
    rules = List.of(new Rule("nonsense", true));
    channels.start();
    making.all();
    channels.select(3);
    reading.all();
    assertThat(channels.details().shown().get().name()).isEqualTo("Old 3");
    assertThat(channels.details().shown().get().steps()).singleElement()
        .satisfies(step -> assertThat(step.what()).contains("has a mistake"));
  }

  @Test
  void aSearchThatBreaksEnds() {
    change();
    next.breakSearchWith(new IllegalStateException("http://u:p@host/"));
    channels.search().text().set("x");
    quiet.all();
    reading.all();
    assertThat(channels.search().searching().get()).isFalse();
    assertThat(channels.lineup().failure().get().details()).contains("IllegalStateException").doesNotContain("u:p@");
  }

  @Test
  void groupsAreFoundByTheirNames() {
    change();
    channels.groups().filter().set("od");
    assertThat(channels.groups().rows()).extracting(GroupRow::name).containsExactly("All channels", "Odd");
    assertThat(channels.groups().many().get()).isFalse();
  }
}
