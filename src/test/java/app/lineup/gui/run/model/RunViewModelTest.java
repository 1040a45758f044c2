package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Sessions;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunEvent;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Texts;
import app.lineup.library.NumberScheme;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.PublishedFile;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResult;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunViewModelTest {

  @TempDir
  private Path folder;

  private final List<Runnable> waiting = new ArrayList<>();
  private final List<RunPlan> plans = new ArrayList<>();
  private boolean sources = true;
  private Optional<String> mistake = Optional.empty();

  private final RunViewModel.Ingredients ingredients = new RunViewModel.Ingredients() {
    @Override
    public RunPlan plan(Target target, Numbering numbering) {
      return new RunPlan(List.of(), List.of(), List.of(), numbering, SeparatorPolicy.KEEP, target, true);
    }

    @Override
    public boolean hasSources() {
      return sources;
    }

    @Override
    public Optional<String> mistake() {
      return mistake;
    }

    @Override
    public long expected() {
      return 100;
    }

    @Override
    public long expectedBytes() {
      return 25_000;
    }
  };

  private RunViewModel run(RunViewModel.Build build, Executor background) {
    return new RunViewModel(Texts.of("run"), ingredients, new RunViewModel.Means(build, background, Runnable::run,
        folder.resolve("out.m3u"), () -> new MemoryReading(300, 100, 1000, MemoryPressureLevel.OPTIMAL, Instant.EPOCH),
        InstantSource.fixed(Instant.EPOCH), Runnable::run), new SettingProperties(Sessions.empty()),
        new SimpleIntegerProperty(512),
        new BudgetViewModel.Range(64, 4096, 1_000_000_000));
  }

  private RunResult result(RunPlan plan) {
    plans.add(plan);
    return new RunResult(new PublishedFile("out", 3, 120, true), 4, 1, List.of(), Duration.ofMillis(1500));
  }

  @Test
  void saysWhatARunGave() {
    RunViewModel run = run((plan, telemetry, observer) -> {
      observer.onEvent(new RunEvent.StageStarted("filtering"));
      return result(plan);
    }, Runnable::run);
    run.numbering().numbers().set(NumberScheme.FROM);
    run.numbering().first().set("100");
    run.run();
    assertThat(run.phase().get()).isEqualTo(Phase.DONE);
    assertThat(run.outcome().result().get()).isEqualTo("Done: 3 channels of 4, 120 B, in 1.5 s");
    assertThat(run.outcome().remarks().get()).startsWith("1 channel lost its own number");
    assertThat(run.outcome().lastRun().get()).isEqualTo("Last run: 3 channels, 1.5 s");
    assertThat(run.events()).containsExactly("Filtering began");
    assertThat(run.progress().get()).isOne();
    assertThat(plans.getFirst().numbering()).isEqualTo(new Numbering.From(100));
  }

  @Test
  void whatIsRememberedOfARunComesBackInWords() {
    RunViewModel run = run((plan, telemetry, observer) -> result(plan), Runnable::run);
    assertThat(run.outcome().lastRun().get()).isEqualTo("No run yet");
    run.run();
    LastRun last = run.outcome().remembered().get();
    assertThat(last).isEqualTo(new LastRun(Instant.EPOCH, Phase.DONE, 3, Duration.ofMillis(1500)));
    RunViewModel later = run((plan, telemetry, observer) -> result(plan), Runnable::run);
    later.outcome().restore(LastRun.of(last.text()).orElseThrow());
    assertThat(later.outcome().lastRun().get()).matches("Last run .*19(69|70).*: 3 channels, 1\\.5 s");
    later.outcome().restore(new LastRun(Instant.EPOCH, Phase.CANCELLED, 0, Duration.ZERO));
    assertThat(later.outcome().lastRun().get()).endsWith(": cancelled");
    assertThat(later.outcome().remembered().get()).as("it is no run of this start").isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "DONE", "1970-01-01T00:00:00Z IDLE 1 1", "yesterday DONE 1 1", "1970-01-01T00:00:00Z DONE many 1"})
  void whatIsNoRunIsNotRemembered(String text) {
    assertThat(LastRun.of(text)).isEmpty();
  }

  @Test
  void switchesAreMarkedWithTheirReason() {
    RunViewModel run = run((plan, telemetry, observer) -> {
      observer.onEvent(
          new RunEvent.StrategySwitched("filtering", "inmemory_filter", "streaming_filter", "pressure is high"));
      return result(plan);
    }, Runnable::run);
    run.run();
    assertThat(run.charts().switches()).hasSize(1);
    assertThat(run.charts().hint(run.charts().switches().getFirst())).matches(
        "Filtering, at .* ms: streaming_filter takes the place of inmemory_filter, pressure is high");
    assertThat(run.charts().strategiesInWords()).endsWith("1 switch");
    run.run();
    assertThat(run.charts().switches()).as("those of the run before are gone").hasSize(1);
  }

  @Test
  void aRefusedRunShowsNothingOfTheOneBefore() {
    RunViewModel run = run((plan, telemetry, observer) -> {
      observer.onEvent(new RunEvent.StageStarted("filtering"));
      return result(plan);
    }, Runnable::run);
    run.run();
    mistake = Optional.of("row 1");
    run.run();
    assertThat(run.phase().get()).isEqualTo(Phase.FAILED);
    assertThat(run.events()).isEmpty();
    assertThat(run.progress().get()).isZero();
  }

  @Test
  void saysWhatIsMissing() {
    RunViewModel run = run((plan, telemetry, observer) -> result(plan), Runnable::run);
    run.numbering().numbers().set(NumberScheme.FROM);
    run.numbering().first().set("none");
    run.run();
    assertThat(run.numbering().problem().get()).contains("whole number");
    mistake = Optional.of("row 1");
    run.run();
    assertThat(run.outcome().failure().get().what()).isEqualTo("row 1");
    assertThat(run.outcome().way().get()).isEqualTo(FixTarget.RULES);
    sources = false;
    run.run();
    assertThat(run.outcome().way().get()).isEqualTo(FixTarget.SOURCES);
    assertThat(run.outcome().failure().get().advice()).contains("Add a list");
    assertThat(plans).isEmpty();
  }

  @Test
  void readsARangeALineAndNamesWhatIsNone() {
    RunViewModel run = run((plan, telemetry, observer) -> result(plan), Runnable::run);
    var numbering = run.numbering();
    numbering.numbers().set(NumberScheme.RANGES);
    assertThat(numbering.asNumbering()).isEmpty();
    assertThat(numbering.problem().get()).contains("no range yet");
    numbering.ranges().set("News=100-199\n\n *=1000- \n");
    assertThat(numbering.problem().get()).isEmpty();
    assertThat(numbering.asNumbering()).contains(new Numbering.Ranges(
        List.of(new NumberRange("News", 100, 199), new NumberRange("*", 1000, 99_999_999))));
    numbering.ranges().set("News=100-199\nSports=150-");
    assertThat(numbering.asNumbering()).isEmpty();
    assertThat(numbering.problem().get()).contains("News=100-199", "Sports=150-");
    numbering.ranges().set("News 100");
    assertThat(numbering.asNumbering()).isEmpty();
    assertThat(numbering.problem().get()).contains("“News 100”");
  }

  @Test
  void showsAFailureWithCredentialsMasked() {
    RunViewModel run = run((plan, telemetry, observer) -> {
      throw new PipelineException(PipelineException.Kind.EXTERNAL, "host", "it does not answer", "Try later.",
          new IllegalStateException("http://u:p@host/"));
    }, Runnable::run);
    run.run();
    assertThat(run.phase().get()).isEqualTo(Phase.FAILED);
    assertThat(run.outcome().failure().get().what()).isEqualTo("it does not answer");
    assertThat(run.outcome().failure().get().details()).contains("IllegalStateException").doesNotContain("u:p@");
  }

  @Test
  void aRunThatHasNotBegunIsCancelledAtOnceAndAnotherCanFollow() {
    RunViewModel run = run((plan, telemetry, observer) -> result(plan), waiting::add);
    run.run();
    run.run();
    assertThat(waiting).hasSize(1);
    run.sample();
    run.cancel();
    assertThat(run.phase().get()).isEqualTo(Phase.CANCELLED);
    waiting.removeFirst().run();
    assertThat(plans).isEmpty();
    run.run();
    waiting.removeFirst().run();
    assertThat(run.phase().get()).isEqualTo(Phase.DONE);
  }

  @Test
  void aRunThatIsInterruptedIsCancelled() {
    RunViewModel run = run((plan, telemetry, observer) -> {
      throw new InterruptedException();
    }, Runnable::run);
    run.run();
    assertThat(run.phase().get()).isEqualTo(Phase.CANCELLED);
    assertThat(run.outcome().result().get()).contains("is as it was");
  }
}
