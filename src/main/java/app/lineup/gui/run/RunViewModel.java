package app.lineup.gui.run;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.run.WorkViewModel.Outcome;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Texts;
import app.lineup.model.Numbering;
import app.lineup.model.Target;
import app.lineup.stages.RunPlan;
import app.lineup.stages.RunResult;
import app.lineup.stages.StageType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Running the pipeline: what goes in, how far it is, what came of it. Confined to the window's thread; the run itself
/// is on another.
public final class RunViewModel {

  private static final int KEPT_EVENTS = 500;

  private final Texts texts;
  private final WordsViewModel words;
  private final Ingredients ingredients;
  private final WorkViewModel work;
  private final Executor background;
  private final Executor window;
  private final Path published;
  private final Supplier<MemoryReading> memory;
  private final ChartsViewModel charts;
  private final NumberingViewModel numbering;
  private final List<StageViewModel> stages;
  private final ObservableList<String> events = FXCollections.observableArrayList();
  private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.IDLE);
  private final DoubleProperty progress = new SimpleDoubleProperty(0);
  private final StringProperty result = new SimpleStringProperty("");
  private final StringProperty remarks = new SimpleStringProperty("");
  private final StringProperty lastRun;
  private final ObjectProperty<@Nullable RunResult> lastResult = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>();
  private @Nullable Running running;

  private record Running(RunTelemetry telemetry, FutureTask<?> work, AtomicBoolean begun, long expected) {}

  /// @param build      does the work; called on `background`
  /// @param background where it is done; interrupted to cancel
  /// @param window     carries work to the window's thread
  /// @param published  the file that each run replaces
  /// @param memory     weighs the program
  public RunViewModel(
      Texts texts,
      Ingredients ingredients,
      Build build,
      Executor background,
      Executor window,
      Path published,
      Supplier<MemoryReading> memory) {
    this.texts = texts;
    this.words = new WordsViewModel(texts);
    this.ingredients = ingredients;
    this.work = new WorkViewModel(texts, build);
    this.background = background;
    this.window = window;
    this.published = published;
    this.memory = memory;
    this.charts = new ChartsViewModel(texts);
    this.numbering = new NumberingViewModel(texts);
    this.stages = StageType.ids().stream().map(id -> new StageViewModel(texts, id)).toList();
    this.lastRun = new SimpleStringProperty(texts.get("last.none"));
  }

  /// How the next run numbers channels.
  public NumberingViewModel numbering() {
    return numbering;
  }

  /// What the last run that came to its end gave, null before; set when the published file is in place.
  public ReadOnlyObjectProperty<@Nullable RunResult> lastResult() {
    return lastResult;
  }

  /// The course of the last run.
  public ChartsViewModel charts() {
    return charts;
  }

  public List<StageViewModel> stages() {
    return stages;
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

  /// What the run gave, empty before.
  public ReadOnlyStringProperty result() {
    return result;
  }

  /// What else there is to know of it; may be empty.
  public ReadOnlyStringProperty remarks() {
    return remarks;
  }

  /// The last run in a few words.
  public ReadOnlyStringProperty lastRun() {
    return lastRun;
  }

  /// Why there is no result, null where there is one or was no run.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure;
  }

  /// Runs, unless a run is under way or something is missing, which is then said.
  public void run() {
    if (running != null) {
      return;
    }
    result.set("");
    remarks.set("");
    failure.set(null);
    events.clear();
    stages.forEach(StageViewModel::reset);
    charts.begin();
    progress.set(0);
    plan().ifPresent(this::start);
  }

  private Optional<RunPlan> plan() {
    if (!ingredients.hasSources()) {
      return refuse("no-sources", texts.get("no-sources"));
    }
    Optional<String> mistake = ingredients.mistake();
    if (mistake.isPresent()) {
      return refuse("rules", mistake.get());
    }
    return numbering.asNumbering().map(numbers -> ingredients.plan(new Target.OfFile(published, true), numbers)
        .with(numbering.asOrder()));
  }

  private Optional<RunPlan> refuse(String about, String what) {
    failure.set(new Failure(texts.get("about." + about), what, texts.get("advice." + about), ""));
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
    charts.add(telemetry.snapshot(), memory.get());
    background.execute(task);
  }

  private void work(RunPlan plan, RunTelemetry telemetry, AtomicBoolean begun) {
    begun.set(true);
    Outcome outcome = work.run(plan, telemetry, event -> window.execute(() -> tell(event)));
    RunSnapshot last = telemetry.snapshot();
    window.execute(() -> end(telemetry, last, outcome));
  }

  private void tell(RunEvent event) {
    if (events.size() == KEPT_EVENTS) {
      events.removeFirst();
    }
    events.add(words.of(event));
    if (event instanceof RunEvent.LogosFetched logos) {
      stages.stream().filter(stage -> stage.is(logos.stage())).forEach(stage -> stage.note(words.logos(logos)));
    }
  }

  /// Ends the run that `telemetry` belongs to, unless it has ended before.
  ///
  /// @param last its counters at its end
  private void end(RunTelemetry telemetry, RunSnapshot last, Outcome outcome) {
    Running now = running;
    if (now == null || now.telemetry() != telemetry) {
      return;
    }
    running = null;
    charts.add(last, memory.get());
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).end(last.stages().get(i), last.elapsed());
    }
    switch (outcome) {
      case Outcome.Done(RunResult done) -> {
        rest(Phase.DONE, words.result(done));
        remarks.set(words.remarks(done));
        lastRun.set(words.last(done));
        lastResult.set(done);
      }
      case Outcome.Cancelled() -> rest(Phase.CANCELLED, texts.get("cancelled"));
      case Outcome.Failed(Failure why) -> {
        rest(Phase.FAILED, "");
        failure.set(why);
      }
    }
  }

  private void rest(Phase how, String text) {
    progress.set(how == Phase.DONE ? 1 : 0);
    result.set(text);
    lastRun.set(texts.get("last." + how.word()));
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
      charts.add(snapshot, memory.get());
      for (int i = 0; i < stages.size(); i++) {
        stages.get(i).show(snapshot.stages().get(i), snapshot.elapsed());
      }
      long loaded = snapshot.stages().getFirst().items();
      progress.set(now.expected() == 0 || loaded == 0 ? -1 : Math.min(1, (double) loaded / now.expected()));
    }
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
  }
}
