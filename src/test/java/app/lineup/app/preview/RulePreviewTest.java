package app.lineup.app.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.app.preview.PreviewPlan.AskedFilter;
import app.lineup.app.preview.PreviewPlan.AskedRule;
import app.lineup.app.preview.RuleEffect.Change;
import app.lineup.app.preview.RuleEffect.Hit;
import app.lineup.app.preview.RuleEffect.Outcome;
import app.lineup.app.preview.RuleEffect.SourceFailure;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.rest.SpillLimits;
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
import app.lineup.rule.syntax.RuleSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RulePreviewTest {

  private static final String LIST = """
      #EXTM3U
      #EXTINF:-1 group-title="News",One HD
      http://h/live/user/secret/1.ts
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
    Path file = Files.writeString(folder.resolve(name + ".m3u"), text);
    return new Source(name, new Location.OfFile(file));
  }

  private RuleEffect look(PreviewPlan plan, Consumer<RuleEffect> soFar) throws PipelineException, InterruptedException {
    try (InputOpener inputs = ListReading.inputs(folder)) {
      return new RulePreview(new RunResources(inputs, workers, 2, FakeGauge.calm(), SpillSpace.ofSystem()))
          .look(plan, soFar);
    }
  }

  private RuleEffect look(PreviewPlan.Asked asked, String... before) throws Exception {
    List<Rule> rules = Stream.of(before).map(text -> new Rule(text, true)).toList();
    return look(new PreviewPlan(List.of(list("a", LIST)), rules, asked, SeparatorPolicy.KEEP), effect -> {});
  }

  @Test
  void aRuleShowsWhatItChanges() throws Exception {
    var rule = new AskedRule("channel_name matches \"^(.*) HD$\" SET channel_name = \"$1\", tvg_id = \"x\"");
    assertThat(look(rule)).isEqualTo(new RuleEffect(3, 2, 2, List.of(
        new Hit("One HD", "News", Outcome.CHANGED,
            List.of(new Change("channel_name", "One HD", "One"), new Change("tvg_id", "", "x"))),
        new Hit("Three HD", "Adult", Outcome.CHANGED,
            List.of(new Change("channel_name", "Three HD", "Three"), new Change("tvg_id", "", "x")))), List.of(), 0));
  }

  @Test
  void aRuleThatSetsWhatIsThereMatchesAndChangesNothing() throws Exception {
    assertThat(look(new AskedRule("group_title equals \"News\" SET group_title = \"News\"")))
        .isEqualTo(new RuleEffect(3, 2, 0, List.of(), List.of(), 0));
  }

  @Test
  void aRuleSeesWhatEarlierOnesLeft() throws Exception {
    var rule = new AskedRule("channel_name equals \"One\" REMOVE");
    assertThat(look(rule).matching()).isZero();
    RuleEffect after = look(rule, "SET channel_name -= \" HD\"", "group_title equals \"Adult\" REMOVE");
    assertThat(after).isEqualTo(new RuleEffect(
        2, 1, 1, List.of(new Hit("One", "News", Outcome.REMOVED, List.of())), List.of(), 0));
  }

  @Test
  void aFilterSaysWhoStays() throws Exception {
    List<Filter> others = List.of(
        new Filter(Filter.Mode.EXCLUDE, "channel_name contains \"three\"", true),
        new Filter(Filter.Mode.EXCLUDE, "channel_name contains \"one\"", false),
        new Filter(Filter.Mode.INCLUDE, "channel_name contains \"nobody\"", true));
    String text = "channel_name ends_with \"HD\"";
    assertThat(look(new AskedFilter(Filter.Mode.INCLUDE, text, others)).hits()).containsExactly(
        new Hit("One HD", "News", Outcome.KEPT, List.of()),
        new Hit("Three HD", "Adult", Outcome.LEFT_OUT_BY_ANOTHER, List.of()));
    assertThat(look(new AskedFilter(Filter.Mode.EXCLUDE, text, others)).hits()).extracting(Hit::outcome)
        .containsExactly(Outcome.LEFT_OUT, Outcome.LEFT_OUT);
  }

  @Test
  void separatorRowsAreHiddenAsInARun() throws Exception {
    Source rows = list("rows", """
        #EXTM3U
        #EXTINF:-1,##### NEWS #####
        http://h/0
        #EXTINF:-1,One
        http://h/1
        """);
    var include = new AskedFilter(Filter.Mode.INCLUDE, "stream_url contains \"h\"", List.of());
    RuleEffect hidden = look(new PreviewPlan(List.of(rows), List.of(), include, SeparatorPolicy.HIDE), effect -> {});
    assertThat(hidden.hits()).extracting(Hit::outcome).containsExactly(Outcome.HIDDEN_SEPARATOR, Outcome.KEPT);
    assertThat(hidden.hidden()).isOne();
    RuleEffect kept = look(new PreviewPlan(List.of(rows), List.of(), include, SeparatorPolicy.KEEP), effect -> {});
    assertThat(kept.hits()).extracting(Hit::outcome).containsExactly(Outcome.KEPT, Outcome.KEPT);
    assertThat(kept.hidden()).isZero();
    var renamed = new AskedRule("SET channel_name = \"A channel\"");
    assertThat(look(new PreviewPlan(List.of(rows), List.of(), renamed, SeparatorPolicy.HIDE), effect -> {}).hidden())
        .as("the name counts that the filters would see").isZero();
  }

  @Test
  void masksAddresses() throws Exception {
    RuleEffect effect = look(new AskedRule("stream_url contains \"/live/\" SET stream_url += \"?password=p7\""));
    assertThat(effect.hits().getFirst().changes())
        .containsExactly(
            new Change("stream_url", "http://h/live/***/***/1.ts", "http://h/live/***/***/1.ts?password=***"));
  }

  @Test
  void aSourceThatFailsIsSaidAndTheOthersAreLookedAt() throws Exception {
    var missing = new Source("gone", new Location.OfFile(folder.resolve("missing.m3u")));
    var plan = new PreviewPlan(List.of(missing, list("page", "<html>"), list("a", LIST)), List.of(),
        new AskedRule("SET tvg_id = \"x\""), SeparatorPolicy.KEEP);
    RuleEffect effect = look(plan, soFar -> {});
    assertThat(effect.lookedAt()).isEqualTo(3);
    assertThat(effect.failures()).extracting(SourceFailure::source).containsExactly("gone", "page");
    assertThat(effect.failures().getFirst().what()).isEqualTo("there is no such file");
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    String entries = "#EXTM3U\n" + "#EXTINF:-1,Some channel\nhttp://h/some/channel\n".repeat(50_000);
    List<RuleEffect> told = new ArrayList<>();
    var plan = new PreviewPlan(
        List.of(list("big", entries)), List.of(), new AskedFilter(Filter.Mode.EXCLUDE, "tvg_id is_empty", List.of()),
        SeparatorPolicy.KEEP);
    RuleEffect end = look(plan, told::add);
    assertThat(end.matching()).isEqualTo(50_000);
    assertThat(end.hits()).hasSize(EffectSum.KEPT_HITS);
    assertThat(told).hasSizeGreaterThan(1);
    assertThat(told.getFirst().matching()).isBetween(1L, 2_000L);
    assertThat(told).extracting(RuleEffect::lookedAt).isSorted();
  }

  @Test
  void endsWhenItIsInterrupted() throws Exception {
    String entries = "#EXTM3U\n" + "#EXTINF:-1,Some channel\nhttp://h/some/channel\n".repeat(50_000);
    var plan = new PreviewPlan(List.of(list("big", entries)), List.of(), new AskedRule("SET tvg_id = \"x\""),
        SeparatorPolicy.KEEP);
    List<RuleEffect> told = new ArrayList<>();
    assertThat(catchThrowable(() -> look(plan, effect -> {
      told.add(effect);
      Thread.currentThread().interrupt();
    }))).isInstanceOf(InterruptedException.class);
    assertThat(told).hasSize(1);
    assertThat(Thread.interrupted()).as("an interrupt that was not answered").isFalse();
  }

  @ParameterizedTest(name = "a pattern that runs away is said with its rule: {0}")
  @ValueSource(strings = {"asked", "before", "filter"})
  void runawayPattern(String where) throws Exception {
    String condition = "channel_name matches \"^(a|a)*(a|a)*\\\\1?b$\"";
    Source list = list("long", "#EXTM3U\n#EXTINF:-1," + "a".repeat(5_000) + "!\nhttp://h/a\n");
    PreviewPlan plan = switch (where) {
      case "asked" -> new PreviewPlan(List.of(list), List.of(), new AskedRule(condition + " REMOVE"),
          SeparatorPolicy.KEEP);
      case "before" -> new PreviewPlan(
          List.of(list), List.of(new Rule(condition + " REMOVE", true)), new AskedRule("REMOVE"), SeparatorPolicy.KEEP);
      default -> new PreviewPlan(
          List.of(list), List.of(), new AskedFilter(Filter.Mode.EXCLUDE, condition, List.of()), SeparatorPolicy.KEEP);
    };
    PipelineException failure = catchThrowableOfType(PipelineException.class, () -> look(plan, effect -> {}));
    assertThat(failure.kind()).isEqualTo(PipelineException.Kind.USER);
    assertThat(failure.what()).contains(condition);
  }

  @Test
  void aMistakeIsNotGuessedAt() {
    assertThat(catchThrowable(() -> look(new AskedRule("SET nothing = 1")))).isInstanceOf(RuleSyntaxException.class);
  }

  /// Looks with channels kept from the second time on.
  private List<RuleEffect> lookAgain(PreviewPlan plan, SpillSpace spill, PreviewRest rest, int times) throws Exception {
    List<RuleEffect> effects = new ArrayList<>();
    try (InputOpener inputs = ListReading.inputs(folder)) {
      var preview = new RulePreview(new RunResources(inputs, workers, 2, FakeGauge.calm(), spill), Optional.of(rest));
      for (int i = 0; i < times; i++) {
        effects.add(preview.look(plan, effect -> {}));
      }
    }
    return effects;
  }

  private PreviewRest rest(long worthBytes) {
    return new PreviewRest(Runnable::run, () -> ListReading.inputs(folder), worthBytes);
  }

  @Test
  void keepsTheChannelsWhileOneTypes() throws Exception {
    Source list = list("a", LIST);
    var before = List.of(new Rule("group_title equals \"Adult\" REMOVE", true));
    try (var spill = SpillSpace.ofSystem(); var rest = rest(1)) {
      var hd = new PreviewPlan(List.of(list), before, new AskedRule("channel_name contains \"HD\" REMOVE"),
          SeparatorPolicy.KEEP);
      assertThat(lookAgain(hd, spill, rest, 1).getLast().matching()).isEqualTo(1);
      assertThat(spill.bytesHeld()).as("nobody has typed yet").isZero();
      var two = new PreviewPlan(List.of(list), before, new AskedRule("channel_name contains \"Two\" REMOVE"),
          SeparatorPolicy.KEEP);
      assertThat(lookAgain(two, spill, rest, 1).getLast().matching()).isEqualTo(1);
      long held = spill.bytesHeld();
      assertThat(held).isPositive();
      assertThat(lookAgain(hd, spill, rest, 2)).allMatch(effect -> effect.lookedAt() == 2 && effect.matching() == 1);
      assertThat(spill.bytesSpilled()).as("made once").isEqualTo(held);
      rest.letGo();
      assertThat(spill.bytesHeld()).isZero();
      lookAgain(hd, spill, rest, 2);
      assertThat(spill.bytesHeld()).isEqualTo(held);
    }
  }

  @Test
  void otherRulesAboveOrAnotherListAreOtherChannels() throws Exception {
    Source list = list("a", LIST);
    try (var spill = SpillSpace.ofSystem(); var rest = rest(1)) {
      var asked = new AskedRule("tvg_id is_empty SET tvg_id = \"x\"");
      var plain = new PreviewPlan(List.of(list), List.of(), asked, SeparatorPolicy.KEEP);
      assertThat(lookAgain(plain, spill, rest, 3).getLast().matching()).isEqualTo(3);
      var behind = new PreviewPlan(
          List.of(list), List.of(new Rule("group_title equals \"Adult\" REMOVE", true)), asked, SeparatorPolicy.KEEP);
      assertThat(lookAgain(behind, spill, rest, 1).getLast().matching()).isEqualTo(2);
      assertThat(spill.bytesHeld()).isZero();
      lookAgain(behind, spill, rest, 2);
      assertThat(spill.bytesHeld()).isPositive();
      list("a", LIST + "#EXTINF:-1,Four\nhttp://h/4\n");
      assertThat(lookAgain(behind, spill, rest, 1).getLast().matching()).isEqualTo(3);
    }
  }

  @Test
  void whatTheyDoNotSayIsReadFromTheLists() throws Exception {
    Source list = list("a", LIST);
    try (var spill = SpillSpace.ofSystem(); var rest = rest(1)) {
      for (String condition : List.of("stream_url contains \"/2\"", "tvg_logo is_empty", "media_type equals \"live\"",
          "attr(\"x\") is_empty")) {
        var plan = new PreviewPlan(List.of(list), List.of(), new AskedRule(condition + " SET tvg_id = \"x\""),
            SeparatorPolicy.KEEP);
        assertThat(lookAgain(plan, spill, rest, 3)).as(condition).allMatch(effect -> effect.matching() > 0);
        var set = new PreviewPlan(List.of(list), List.of(), new AskedRule("SET tvg_logo = \"http://h/x.png\""),
            SeparatorPolicy.KEEP);
        assertThat(lookAgain(set, spill, rest, 3)).allMatch(effect -> effect.acting() == 3);
      }
      assertThat(spill.bytesSpilled()).isZero();
    }
  }

  @Test
  void smallListsAndThoseThatFailAreNotKept() throws Exception {
    Source list = list("a", LIST);
    var missing = new Source("gone", new Location.OfFile(folder.resolve("missing.m3u")));
    try (var spill = SpillSpace.ofSystem(); var large = rest(1_000_000); var rest = rest(1)) {
      var asked = new AskedRule("tvg_id is_empty REMOVE");
      lookAgain(new PreviewPlan(List.of(list), List.of(), asked, SeparatorPolicy.KEEP), spill, large, 3);
      var failing = new PreviewPlan(List.of(missing, list), List.of(), asked, SeparatorPolicy.KEEP);
      assertThat(lookAgain(failing, spill, rest, 3))
          .allMatch(effect -> effect.failures().size() == 1 && effect.matching() == 3);
      assertThat(spill.bytesSpilled()).isZero();
    }
  }

  @Test
  void aFileThatIsGoneIsMadeAnew() throws Exception {
    Source list = list("a", LIST);
    var plan = new PreviewPlan(List.of(list), List.of(), new AskedRule("tvg_id is_empty REMOVE"), SeparatorPolicy.KEEP);
    Path place = Files.createDirectory(folder.resolve("spill"));
    try (var spill = new SpillSpace(place, SpillLimits.USUAL); var rest = rest(1)) {
      lookAgain(plan, spill, rest, 2);
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.write(file, new byte[] {1, 2, 3});
        }
      }
      assertThat(lookAgain(plan, spill, rest, 1).getLast().matching()).isEqualTo(3);
      assertThat(spill.bytesHeld()).isZero();
    }
    assertThat(place).isEmptyDirectory();
  }
}
