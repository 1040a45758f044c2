package app.lineup.gui.run.model;

import app.lineup.gui.run.model.WorkViewModel.Outcome;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.RunResult;
import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What came of the last run. Not thread-safe; used by the window's thread.
public final class OutcomeViewModel {

  private final Texts texts;
  private final WordsViewModel words;
  private final InstantSource clock;
  private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper remarks = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper lastRun;
  private final ReadOnlyObjectWrapper<@Nullable LastRun> remembered = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunResult> lastResult = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FixTarget> way = new ReadOnlyObjectWrapper<>();

  OutcomeViewModel(Texts texts, InstantSource clock) {
    this.texts = texts;
    this.words = new WordsViewModel(texts);
    this.clock = clock;
    this.lastRun = new ReadOnlyStringWrapper(texts.get("last.none"));
  }

  /// What the run gave, empty before.
  public ReadOnlyStringProperty result() {
    return result.getReadOnlyProperty();
  }

  /// What else there is to know of it; may be empty.
  public ReadOnlyStringProperty remarks() {
    return remarks.getReadOnlyProperty();
  }

  /// The last run in a few words.
  public ReadOnlyStringProperty lastRun() {
    return lastRun.getReadOnlyProperty();
  }

  /// What is to be remembered of the last run, null before one ended.
  public ReadOnlyObjectProperty<@Nullable LastRun> remembered() {
    return remembered.getReadOnlyProperty();
  }

  /// What the last run that came to its end gave, null before; set when the published file is in place.
  public ReadOnlyObjectProperty<@Nullable RunResult> lastResult() {
    return lastResult.getReadOnlyProperty();
  }

  /// Why there is no result, null where there is one or was no run.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Where that is mended, null where nobody knows; set before [#failure].
  public ReadOnlyObjectProperty<@Nullable FixTarget> way() {
    return way.getReadOnlyProperty();
  }

  /// Says what was remembered of the last run before the program was started.
  public void restore(LastRun before) {
    lastRun.set(words.before(before));
  }

  /// Forgets what is shown of the run before.
  void begin() {
    result.set("");
    remarks.set("");
    way.set(null);
    failure.set(null);
  }

  /// Says why no run is begun.
  ///
  /// @param where where it is mended
  void refuse(FixTarget where, String what) {
    way.set(where);
    failure.set(new Failure(
        texts.get("about." + where.word()), what, texts.get("advice." + where.word()), ""));
  }

  /// Says what came of a run.
  ///
  /// @return how it ended
  Phase show(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(RunResult done) -> {
        result.set(words.result(done));
        remarks.set(words.remarks(done));
        lastRun.set(words.last(done));
        lastResult.set(done);
        yield remember(Phase.DONE, done.file().entries(), done.took());
      }
      case Outcome.Cancelled() -> {
        result.set(texts.get("cancelled"));
        yield gaveNothing(Phase.CANCELLED);
      }
      case Outcome.Failed(Failure why) -> {
        failure.set(why);
        yield gaveNothing(Phase.FAILED);
      }
    };
  }

  private Phase gaveNothing(Phase how) {
    lastRun.set(texts.get("last." + how.word()));
    return remember(how, 0, Duration.ZERO);
  }

  private Phase remember(Phase how, long channels, Duration took) {
    remembered.set(new LastRun(clock.instant(), how, channels, took));
    return how;
  }
}
