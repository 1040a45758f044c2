package app.lineup.gui.rules.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.preview.PreviewPlan;
import app.lineup.app.preview.PreviewPlan.AskedFilter;
import app.lineup.app.preview.PreviewPlan.AskedRule;
import app.lineup.app.preview.RuleEffect;
import app.lineup.app.preview.RuleEffect.Change;
import app.lineup.app.preview.RuleEffect.Hit;
import app.lineup.app.preview.RuleEffect.Outcome;
import app.lineup.app.preview.RuleEffect.SourceFailure;
import app.lineup.app.session.Sessions;
import app.lineup.gui.text.Texts;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class RulePreviewViewModelTest {

  private static final RuleEffect NOTHING = new RuleEffect(1000, 0, 0, List.of(), List.of(), 0);

  private final RulesViewModel rules = new RulesViewModel(Texts.of("rules"), Sessions.empty(), Runnable::run,
      Runnable::run);
  private final List<Source> sources = new ArrayList<>(List.of(new Source("a", new Location.OfFile(Path.of("a.m3u")))));
  private SeparatorPolicy separators = SeparatorPolicy.KEEP;
  private final List<Runnable> pause = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<PreviewPlan> asked = new ArrayList<>();
  private Callable<RuleEffect> answer = () -> NOTHING;
  private Consumer<Consumer<RuleEffect>> onTheWay = soFar -> {};
  private final RulePreviewViewModel preview = new RulePreviewViewModel(
      Texts.of("rules"), rules, () -> sources, () -> separators, this::look, waiting::add, Runnable::run, pause::add);

  private RuleEffect look(PreviewPlan plan, Consumer<RuleEffect> soFar) throws PipelineException, InterruptedException {
    asked.add(plan);
    onTheWay.accept(soFar);
    try {
      return answer.call();
    } catch (PipelineException | InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// Nobody types for a moment.
  private void pause() {
    all(pause);
  }

  private void work() {
    all(waiting);
  }

  private static void all(List<Runnable> work) {
    List<Runnable> now = List.copyOf(work);
    work.clear();
    now.forEach(Runnable::run);
  }

  private String says() {
    return preview.found().says().get();
  }

  private RuleViewModel opened(RuleKind kind, String text) {
    preview.open(true);
    return rules.add(kind, text);
  }

  @Test
  void looksOnceWhenNobodyTypesAnyMore() {
    RuleViewModel row = opened(RuleKind.EXCLUDE, "group_title contains \"a\"");
    row.text().set("group_title contains \"ad\"");
    row.text().set("group_title contains \"adu\"");
    assertThat(waiting).isEmpty();
    pause();
    assertThat(waiting).hasSize(1);
    assertThat(preview.found().counting().get()).isTrue();
    work();
    assertThat(asked).containsExactly(new PreviewPlan(
        sources, List.of(), new AskedFilter(Filter.Mode.EXCLUDE, "group_title contains \"adu\"", List.of()),
        SeparatorPolicy.KEEP));
    assertThat(preview.found().counting().get()).isFalse();
    assertThat(says()).startsWith("No channel matches: 1,000 were looked at");
  }

  @Test
  void asksWithTheRulesAboveAndTheFiltersBeside() {
    preview.open(true);
    rules.add(RuleKind.RULE, "SET tvg_id = \"1\"");
    RuleViewModel middle = rules.add(RuleKind.RULE, "SET tvg_id = \"2\"");
    rules.add(RuleKind.RULE, "SET tvg_id = \"3\"");
    rules.add(RuleKind.EXCLUDE, "nonsense");
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    RuleViewModel include = rules.add(RuleKind.INCLUDE, "tvg_id contains \"1\"");
    rules.selected().set(middle);
    pause();
    rules.selected().set(include);
    pause();
    work();
    assertThat(asked).containsExactly(
        new PreviewPlan(sources,
            List.of(new Rule("SET tvg_id = \"1\"", true), new Rule("SET tvg_id = \"2\"", true),
                new Rule("SET tvg_id = \"3\"", true)),
            new AskedFilter(Filter.Mode.INCLUDE, "tvg_id contains \"1\"",
                List.of(new Filter(Filter.Mode.EXCLUDE, "tvg_id is_empty", true))), SeparatorPolicy.KEEP));
    rules.selected().set(middle);
    pause();
    work();
    assertThat(asked.getLast()).isEqualTo(new PreviewPlan(
        sources, List.of(new Rule("SET tvg_id = \"1\"", true)), new AskedRule("SET tvg_id = \"2\""),
        SeparatorPolicy.KEEP));
  }

  @Test
  void saysHowManyAreHiddenByTheSetting() {
    separators = SeparatorPolicy.HIDE;
    answer = () -> new RuleEffect(
        10, 2, 2, List.of(new Hit("####", "", Outcome.HIDDEN_SEPARATOR, List.of())), List.of(), 2);
    opened(RuleKind.INCLUDE, "tvg_id is_empty");
    pause();
    work();
    assertThat(asked.getLast().separators()).isEqualTo(SeparatorPolicy.HIDE);
    assertThat(preview.found().remarks().get()).contains("Separator rows", ": 2.");
    assertThat(preview.found().rows().getFirst().outcome()).contains("hidden");
  }

  @Test
  void showsWhatChanges() {
    answer = () -> new RuleEffect(15_515, 1_200, 800, List.of(
        new Hit("One HD", "News", Outcome.CHANGED,
            List.of(new Change("channel_name", "One HD", "One"), new Change("tvg_id", "", "x")))), List.of(), 0);
    opened(RuleKind.RULE, "SET tvg_id = \"x\"");
    pause();
    work();
    assertThat(says()).isEqualTo("1,200 of 15,515 channels match; 800 of them change.");
    assertThat(preview.found().remarks().get()).isEqualTo("Below are the first 1.");
    assertThat(preview.found().changes().get()).isTrue();
    assertThat(preview.found().rows()).containsExactly(
        new PreviewRow("One HD", "News", "channel_name", "One HD", "One", ""),
        new PreviewRow("", "News", "tvg_id", "(blank)", "x", ""));
  }

  @Test
  void showsWhoStaysAndWhoGoes() {
    answer = () -> new RuleEffect(9, 4, 4, List.of(
        new Hit("1", "G", Outcome.KEPT, List.of()), new Hit("2", "", Outcome.LEFT_OUT_BY_ANOTHER, List.of()),
        new Hit("3", "G", Outcome.LEFT_OUT, List.of()), new Hit("4", "G", Outcome.REMOVED, List.of())), List.of(), 0);
    RuleViewModel row = opened(RuleKind.INCLUDE, "tvg_id is_empty");
    row.on().set(false);
    pause();
    work();
    assertThat(says()).isEqualTo("4 of 9 channels match.");
    assertThat(preview.found().remarks().get()).startsWith("This row is off");
    assertThat(preview.found().changes().get()).isFalse();
    assertThat(preview.found().rows()).extracting(PreviewRow::group).containsExactly("G", "(blank)", "G", "G");
    assertThat(preview.found().rows()).extracting(PreviewRow::outcome).containsExactly(
        "Kept", "Matches, but an exclude filter leaves it out", "Left out", "Removed");
  }

  @Test
  void showsHowFarItIs() {
    List<String> seen = new ArrayList<>();
    onTheWay = soFar -> {
      soFar.accept(new RuleEffect(2000, 1, 1, List.of(new Hit("1", "G", Outcome.KEPT, List.of())), List.of(), 0));
      seen.add(says());
      seen.add(preview.found().counting().get() + " " + preview.found().rows().size());
    };
    answer = () -> new RuleEffect(3000, 1, 0, List.of(), List.of(), 0);
    opened(RuleKind.INCLUDE, "tvg_id is_empty");
    pause();
    work();
    assertThat(seen).containsExactly("1 of 2,000 channels match so far…", "true 1");
    assertThat(says()).isEqualTo("1 of 3,000 channels matches, but nothing changes: they say already what this sets.");
  }

  @Test
  void aMistakeHidesThePreviewUntilItIsMended() {
    answer = () -> new RuleEffect(9, 1, 1, List.of(new Hit("1", "G", Outcome.LEFT_OUT, List.of())), List.of(), 0);
    RuleViewModel row = opened(RuleKind.EXCLUDE, "tvg_id is_empty");
    pause();
    work();
    assertThat(preview.found().rows()).hasSize(1);
    row.text().set("tvg_id is_emty");
    assertThat(says()).isEmpty();
    assertThat(preview.found().rows()).isEmpty();
    pause();
    assertThat(waiting).isEmpty();
    row.text().set("tvg_id is_empty");
    pause();
    work();
    assertThat(preview.found().rows()).hasSize(1);
  }

  @Test
  void aMistakeThatIsFoundOnlyWhileLookingShowsNothing() {
    answer = () -> {
      RuleParser.condition("nonsense");
      return NOTHING;
    };
    opened(RuleKind.EXCLUDE, "tvg_id is_empty");
    pause();
    work();
    assertThat(says()).isEmpty();
    assertThat(preview.found().counting().get()).isFalse();
    assertThat(preview.found().failure().get()).isNull();
  }

  @Test
  void theNextKeyAnotherRowAndLeavingCancel() {
    List<Runnable> cancelling = new ArrayList<>();
    RuleViewModel other = opened(RuleKind.EXCLUDE, "tvg_id contains \"b\"");
    RuleViewModel row = rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    cancelling.add(() -> row.text().set("tvg_id contains \"a\""));
    cancelling.add(() -> rules.selected().set(other));
    cancelling.add(() -> preview.open(false));
    for (Runnable cancel : cancelling) {
      rules.selected().set(row);
      pause();
      assertThat(waiting).hasSize(1);
      cancel.run();
      work();
      assertThat(preview.found().counting().get()).isFalse();
      assertThat(asked).isEmpty();
    }
    pause();
    assertThat(waiting).isEmpty();
  }

  @Test
  void whatComesTooLateIsNotShown() {
    RuleViewModel row = opened(RuleKind.EXCLUDE, "tvg_id is_empty");
    onTheWay = soFar -> {
      row.text().set("tvg_id contains \"a\"");
      soFar.accept(NOTHING);
    };
    pause();
    work();
    assertThat(asked).hasSize(1);
    assertThat(says()).isEmpty();
    assertThat(Thread.interrupted()).as("what is under way is interrupted").isTrue();
  }

  @Test
  void nothingIsLookedAtWhileNobodySees() {
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    assertThat(pause).isEmpty();
    preview.open(true);
    pause();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void saysWhatIsMissing() {
    sources.clear();
    opened(RuleKind.EXCLUDE, "tvg_id is_empty");
    assertThat(says()).isEqualTo("Nothing to look at yet: add a list in Sources.");
    sources.add(new Source("a", new Location.OfFile(Path.of("a.m3u"))));
    RuleViewModel bad = rules.add(RuleKind.RULE, "nonsense");
    rules.selected().set(rules.rows().getLast());
    assertThat(says()).startsWith("Row 1 above has a mistake.");
    bad.on().set(false);
    pause();
    work();
    assertThat(says()).startsWith("No channel matches");
    rules.remove(rules.rows().getLast());
    rules.remove(bad);
    assertThat(says()).isEmpty();
  }

  @Test
  void sourcesThatFailAreSaidBesideWhatWasFound() {
    answer = () -> new RuleEffect(9, 9, 0, List.of(), List.of(new SourceFailure("b", "there is no such file")), 0);
    RuleViewModel row = opened(RuleKind.RULE, "SET tvg_id = \"x\"");
    pause();
    work();
    assertThat(says()).startsWith("9 of 9 channels match, but nothing changes");
    assertThat(preview.found().remarks().get()).isEqualTo("Left out is b: there is no such file.");
    answer = () -> new RuleEffect(0, 0, 0, List.of(), List.of(new SourceFailure("b", "there is no such file")), 0);
    row.text().set("SET tvg_id = \"y\"");
    pause();
    work();
    assertThat(says()).startsWith("No list can be read");
    answer = () -> new RuleEffect(0, 0, 0, List.of(), List.of(), 0);
    row.text().set("SET tvg_id = \"z\"");
    pause();
    work();
    assertThat(says()).startsWith("No channel is left to look at");
  }

  @Test
  void aRuleThatHadToBeStoppedIsSaid() {
    answer = () -> {
      throw new PipelineException(PipelineException.Kind.USER, "rule", "too many steps: rule `x`",
          "Make the pattern simpler.");
    };
    RuleViewModel row = opened(RuleKind.RULE, "SET tvg_id = \"x\"");
    pause();
    work();
    assertThat(preview.found().failure().get().what()).isEqualTo("too many steps: rule `x`");
    assertThat(preview.found().counting().get()).isFalse();
    answer = () -> {
      throw new IllegalStateException("a fault");
    };
    row.text().set("SET tvg_id = \"y\"");
    pause();
    work();
    assertThat(preview.found().failure().get().subject()).isEqualTo("Preview");
    answer = () -> NOTHING;
    row.text().set("SET tvg_id = \"z\"");
    pause();
    work();
    assertThat(preview.found().failure().get()).isNull();
  }
}
