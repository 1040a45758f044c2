package app.lineup.gui.channels.model;

import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.RunPlan;
import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps the lineup what a run would give: makes it anew in the background when something that it is made of has
/// changed, and keeps the old one until then. Not thread-safe; used by the window's thread. Lineups are made on
/// another.
public final class LineupViewModel {

  /// After the last change. Somebody who types a rule is not interrupted, somebody who looks does not wait.
  static final Duration QUIET = Duration.ofMillis(400);

  private final Texts texts;
  private final FailuresViewModel failures;
  private final Ingredients ingredients;
  private final Lineups lineups;
  private final Executor background;
  private final Executor window;
  private final Debouncer later;
  private final Consumer<Optional<LineupHandle>> show;
  private final ReadOnlyObjectWrapper<Freshness> freshness = new ReadOnlyObjectWrapper<>(Freshness.NO_SOURCES);
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private Optional<LineupHandle> content = Optional.empty();
  private Optional<RunPlan> plan = Optional.empty();
  private @Nullable MakingViewModel making;
  private long changes;
  private boolean starting;
  private boolean waits;

  /// @param lineups    makes lineups; called on `background`
  /// @param background where they are made, one after the other; interrupted to cancel
  /// @param window     carries work to the window's thread
  /// @param later      waits until things are quiet
  /// @param show       is given each new lineup, and nothing when there is none any more; closes it some day
  LineupViewModel(Texts texts, Ingredients ingredients, Lineups lineups, Executor background, Executor window,
      Debouncer later, Consumer<Optional<LineupHandle>> show) {
    this.texts = texts;
    this.failures = new FailuresViewModel(texts);
    this.ingredients = ingredients;
    this.lineups = lineups;
    this.background = background;
    this.window = window;
    this.later = later;
    this.show = show;
  }

  public ReadOnlyObjectProperty<Freshness> freshness() {
    return freshness.getReadOnlyProperty();
  }

  /// How far the making has come, in words.
  public ReadOnlyStringProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /// Why the lineup could not be made or read, null where it could.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// What the lineup that is shown was made of, as far as that is known.
  Optional<RunPlan> plan() {
    return plan.or(ingredients::plan);
  }

  /// Shows the lineup of an earlier start.
  void start() {
    starting = true;
    background.execute(() -> {
      Optional<LineupHandle> kept = Optional.empty();
      try {
        kept = lineups.kept();
      } finally {
        Optional<LineupHandle> found = kept;
        window.execute(() -> started(found));
      }
    });
  }

  private void started(Optional<LineupHandle> kept) {
    starting = false;
    kept.ifPresent(this::take);
    if (waits) {
      waits = false;
      make(content);
    }
  }

  private void take(LineupHandle kept) {
    if (content.isPresent()) {
      background.execute(kept.closing());
      return;
    }
    content = Optional.of(kept);
    show.accept(content);
    if (making == null) {
      freshness.set(changes == 0 ? Freshness.CURRENT : Freshness.OUT_OF_DATE);
    }
  }

  /// Says that something that the lineup is made of has changed.
  public void changed() {
    long now = ++changes;
    stop();
    later.run(QUIET, () -> {
      if (now == changes) {
        makeUnlessKept();
      }
    });
  }

  /// The lineup of an earlier start may be just the one that is wanted, and a long one takes a while to be read.
  private void makeUnlessKept() {
    if (starting) {
      waits = true;
      progress.set(texts.get("updating"));
      freshness.set(Freshness.UPDATING);
    } else {
      make(content);
    }
  }

  /// Makes the lineup anew, whether something has changed or not.
  public void update() {
    changes++;
    stop();
    make(Optional.empty());
  }

  /// Stops making the lineup; the one that is shown stays.
  public void cancel() {
    if (freshness.get() == Freshness.UPDATING) {
      changes++;
      stop();
      rest();
    }
  }

  private void stop() {
    waits = false;
    MakingViewModel now = making;
    making = null;
    if (now != null) {
      now.stop();
    }
  }

  private void rest() {
    freshness.set(content.isPresent() ? Freshness.OUT_OF_DATE : Freshness.NONE);
  }

  /// @param known the lineup that is kept if it turns out to be just this
  private void make(Optional<LineupHandle> known) {
    failure.set(null);
    if (!ingredients.hasSources()) {
      content = Optional.empty();
      plan = Optional.empty();
      freshness.set(Freshness.NO_SOURCES);
      show.accept(content);
      return;
    }
    Optional<String> mistake = ingredients.mistake();
    Optional<RunPlan> wanted = mistake.isPresent() ? Optional.empty() : ingredients.plan();
    if (wanted.isEmpty()) {
      failure.set(mistake.map(failures::ofRules).orElseGet(failures::ofNumbers));
      rest();
      return;
    }
    var next = new MakingViewModel(
        wanted.get(), known, lineups, (which, ending) -> window.execute(() -> end(which, ending)));
    making = next;
    progress.set(texts.get("updating"));
    freshness.set(Freshness.UPDATING);
    next.start(background);
  }

  /// Takes what this making gave, unless it was stopped before.
  private void end(MakingViewModel ended, MakingViewModel.Ending how) {
    if (making == ended) {
      making = null;
      take(ended.plan(), how);
    } else if (how instanceof MakingViewModel.Ending.Made(LineupHandle late)) {
      background.execute(late.closing());
    }
  }

  private void take(RunPlan of, MakingViewModel.Ending how) {
    switch (how) {
      case MakingViewModel.Ending.Made(LineupHandle made) -> {
        content = Optional.of(made);
        stay(of);
        show.accept(content);
      }
      case MakingViewModel.Ending.Known() -> stay(of);
      case MakingViewModel.Ending.Cancelled() -> rest();
      case MakingViewModel.Ending.Failed(Throwable why) -> {
        failure.set(failures.of(why));
        rest();
      }
    }
  }

  private void stay(RunPlan same) {
    plan = Optional.of(same);
    freshness.set(Freshness.CURRENT);
  }

  /// Says that the lineup that is shown cannot be read.
  void unreadable(PipelineException e) {
    failure.set(failures.of(e));
    if (making == null) {
      rest();
    }
  }

  /// Shows how far the making has come.
  public void sample() {
    MakingViewModel now = making;
    if (now != null) {
      long channels = now.channels();
      progress.set(channels == 0 ? texts.get("updating") : texts.get("updating.at", Amounts.count(channels)));
    }
  }

  /// What a lineup is made of. Asked on the window's thread.
  public interface Ingredients {
    boolean hasSources();

    /// The first rule that cannot be understood, in words.
    Optional<String> mistake();

    /// All of it; empty where the numbering cannot be understood.
    Optional<RunPlan> plan();
  }

  /// Makes lineups, and keeps the last one.
  public interface Lineups {
    /// The one of an earlier start, if it is whole.
    Optional<LineupHandle> kept();

    /// Interrupting the thread cancels it.
    LineupHandle make(RunPlan plan, RunTelemetry telemetry) throws PipelineException, InterruptedException;
  }
}
