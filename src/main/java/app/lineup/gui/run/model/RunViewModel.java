package app.lineup.gui.run.model;

import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.run.model.WorkViewModel.Outcome;
import app.lineup.gui.text.Texts;
import app.lineup.model.Numbering;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResult;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Running the pipeline: what goes in, and how far it is. Not thread-safe; used by the window's thread. The run itself
/// is on another.
public final class RunViewModel {

  private static final int KEPT_EVENTS = 500;

  private final WordsViewModel words;
  private final Ingredients ingredients;
  private final Means means;
  private final WorkViewModel work;
  private final ChartsViewModel charts;
  private final NumberingViewModel numbering;
  private final StagesViewModel stages;
  private final OutcomeViewModel outcome;
  private final BudgetViewModel budget;
  private final ForecastViewModel forecast;
  private final ObservableList<String> events = FXCollections.observableArrayList();
  private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.IDLE);
  private final DoubleProperty progress = new SimpleDoubleProperty(0);
  private @Nullable Running running;

  private record Running(RunTelemetry telemetry, FutureTask<?> work, AtomicBoolean begun, long expected) {}

  /// What runs are done with.
  ///
  /// @param build      does the work; called on `background`
  /// @param background where it is done; interrupted to cancel
  /// @param window     carries work to the window's thread
  /// @param published  the file that each run replaces
  /// @param memory     weighs the program
  /// @param clock      says when a run ended
  /// @param quick      for what takes no longer than a moment
  public record Means(
      Build build, Executor background, Executor window, Path published, Supplier<MemoryReading> memory,
      InstantSource clock, Executor quick) {}

  /// @param settings  those of the library
  /// @param megabytes how much memory a run may use
  /// @param range     what may be chosen of it
  public RunViewModel(
      Texts texts, Ingredients ingredients, Means means, SettingProperties settings, IntegerProperty megabytes,
      BudgetViewModel.Range range) {
    this.words = new WordsViewModel(texts);
    this.ingredients = ingredients;
    this.means = means;
    this.work = new WorkViewModel(texts, means.build());
    this.charts = new ChartsViewModel(texts);
    this.numbering = new NumberingViewModel(texts, settings);
    this.stages = new StagesViewModel(texts);
    this.outcome = new OutcomeViewModel(texts, means.clock());
    this.budget = new BudgetViewModel(texts, megabytes, range);
    this.forecast = new ForecastViewModel(texts, this::asked, means.memory(), means.quick(), means.window());
  }

  /// How the next run numbers channels.
  public NumberingViewModel numbering() {
    return numbering;
  }

  /// How much memory a run may use.
  public BudgetViewModel budget() {
    return budget;
  }

  /// What the next run is likely to take.
  public ForecastViewModel forecast() {
    return forecast;
  }

  /// What came of the last run.
  public OutcomeViewModel outcome() {
    return outcome;
  }

  /// The course of the last run.
  public ChartsViewModel charts() {
    return charts;
  }

  public List<StageViewModel> stages() {
    return stages.all();
  }

  public ObservableList<String> events() {
    return events;
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase;
  }

  /// From 0 to 1, below 0 while nobody knows.
  public ReadOnlyDoubleProperty progress() {
    return progress;
  }

  /// Runs, unless a run is under way or something is missing, which is then said.
  public void run() {
    if (running != null) {
      return;
    }
    outcome.begin();
    events.clear();
    stages.begin();
    charts.begin();
    progress.set(0);
    plan().ifPresent(this::start);
  }

  private Optional<RunPlan> plan() {
    if (!ingredients.hasSources()) {
      return refuse(FixTarget.SOURCES, words.noSources());
    }
    Optional<String> mistake = ingredients.mistake();
    if (mistake.isPresent()) {
      return refuse(FixTarget.RULES, mistake.get());
    }
    return ordered();
  }

  private ForecastViewModel.Asked asked() {
    Optional<RunPlan> plan = ingredients.hasSources() && ingredients.mistake().isEmpty() ? ordered() : Optional.empty();
    return new ForecastViewModel.Asked(plan, ingredients.expected(), ingredients.expectedBytes());
  }

  private Optional<RunPlan> ordered() {
    return numbering.asNumbering()
        .map(numbers -> ingredients.plan(new Target.OfFile(means.published(), true), numbers));
  }

  private Optional<RunPlan> refuse(FixTarget way, String what) {
    outcome.refuse(way, what);
    phase.set(Phase.FAILED);
    return Optional.empty();
  }

  private void start(RunPlan plan) {
    var telemetry = new RunTelemetry(StageType.ids());
    var begun = new AtomicBoolean();
    var task = new FutureTask<>(() -> work(plan, telemetry, begun), "done");
    running = new Running(telemetry, task, begun, ingredients.expected());
    phase.set(Phase.RUNNING);
    progress.set(-1);
    forecast.begin();
    watch(telemetry.snapshot());
    means.background().execute(task);
  }

  private void work(RunPlan plan, RunTelemetry telemetry, AtomicBoolean begun) {
    begun.set(true);
    Outcome ended = work.run(plan, telemetry, event -> {
      Duration at = telemetry.elapsed();
      means.window().execute(() -> tell(event, at));
    });
    RunSnapshot last = telemetry.snapshot();
    means.window().execute(() -> end(telemetry, last, ended));
  }

  /// @param at since the run began
  private void tell(RunEvent event, Duration at) {
    if (events.size() == KEPT_EVENTS) {
      events.removeFirst();
    }
    events.add(words.of(event));
    if (event instanceof RunEvent.LogosFetched logos) {
      stages.note(logos.stage(), words.logos(logos));
    }
    if (event instanceof RunEvent.StrategySwitched switched) {
      charts.add(switched, at);
    }
  }

  /// Ends the run that `telemetry` belongs to, unless it has ended before.
  ///
  /// @param last its counters at its end
  private void end(RunTelemetry telemetry, RunSnapshot last, Outcome ended) {
    Running now = running;
    if (now == null || now.telemetry() != telemetry) {
      return;
    }
    running = null;
    watch(last);
    stages.end(last);
    Phase how = outcome.show(ended);
    if (how == Phase.DONE) {
      forecast.end(last);
    }
    progress.set(how == Phase.DONE ? 1 : 0);
    phase.set(how);
  }

  /// Asks the run to stop.
  public void cancel() {
    Running now = running;
    if (now != null && phase.get() == Phase.RUNNING) {
      phase.set(Phase.CANCELLING);
      now.work().cancel(true);
      if (!now.begun().get()) {
        end(now.telemetry(), now.telemetry().snapshot(), new Outcome.Cancelled());
      }
    }
  }

  /// Shows how far the run has come.
  public void sample() {
    Running now = running;
    if (now != null) {
      RunSnapshot snapshot = now.telemetry().snapshot();
      watch(snapshot);
      stages.show(snapshot);
      long loaded = snapshot.stages().getFirst().items();
      progress.set(now.expected() == 0 || loaded == 0 ? -1 : Math.min(1, (double) loaded / now.expected()));
    }
  }

  private void watch(RunSnapshot snapshot) {
    MemoryReading reading = means.memory().get();
    charts.add(snapshot, reading);
    forecast.weigh(reading);
  }

  /// Does a run's work; interrupting its thread cancels it.
  @FunctionalInterface
  public interface Build {
    RunResult build(RunPlan plan, RunTelemetry telemetry, RunObserver observer)
        throws PipelineException, InterruptedException;
  }

  /// What the other rooms give to a run.
  public interface Ingredients {
    RunPlan plan(Target target, Numbering numbering);

    boolean hasSources();

    /// Why the rules cannot be used, where they cannot.
    Optional<String> mistake();

    /// How many channels there are to load, 0 where nobody knows.
    long expected();

    /// How many bytes they take, unpacked, roughly.
    long expectedBytes();
  }
}
