package app.lineup.gui.run.model;

import app.lineup.gui.text.Texts;
import app.lineup.library.NumberScheme;
import app.lineup.pipeline.number.NumbersFile;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The numbers that channels keep from run to run, and how they are forgotten and taken back. Not thread-safe; used by
/// the window's thread; files are looked at on another.
public final class RememberedViewModel {

  /// The end of the name of what was forgotten last.
  private static final String FORGOTTEN = "before";

  private final Texts texts;
  private final NumbersFile file;
  private final Executor quick;
  private final Executor window;
  private final ObservableValue<NumberScheme> numbers;
  private final ObservableValue<Phase> phase;
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper canForget = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canTakeBack = new ReadOnlyBooleanWrapper();
  private Runnable changed = () -> {};
  private long count;
  private boolean forgotten;
  private boolean working;
  private String problem = "";

  /// @param quick   where the file is looked at
  /// @param window  carries work to the window's thread
  /// @param numbers how channels are numbered
  /// @param phase   of the run, which replaces the file at its end
  public RememberedViewModel(
      Texts texts, NumbersFile file, Executor quick, Executor window, ObservableValue<NumberScheme> numbers,
      ObservableValue<Phase> phase) {
    this.texts = texts;
    this.file = file;
    this.quick = quick;
    this.window = window;
    this.numbers = numbers;
    this.phase = phase;
    numbers.subscribe((before, now) -> show());
    phase.subscribe((before, now) -> {
      show();
      if (now == Phase.DONE) {
        look();
      }
    });
  }

  /// What is to be known of them, empty where there is nothing.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /// Whether there is something to forget, and no run under way.
  public ReadOnlyBooleanProperty canForget() {
    return canForget.getReadOnlyProperty();
  }

  /// Whether they were forgotten, and no run came after that.
  public ReadOnlyBooleanProperty canTakeBack() {
    return canTakeBack.getReadOnlyProperty();
  }

  /// Hears of what the user does to the numbers, when it is done.
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /// Looks how many there are.
  public void look() {
    quick.execute(() -> {
      long found = found();
      boolean anew = file.exists();
      window.execute(() -> {
        count = found;
        forgotten &= !anew;
        show();
      });
    });
  }

  /// A file that is damaged is the next run's matter.
  private long found() {
    try {
      return file.exists() ? file.head().count() : 0;
    } catch (IOException _) {
      return 0;
    }
  }

  /// Has the next run number all channels anew.
  public void forget() {
    if (canForget.get()) {
      change(() -> file.setAside(FORGOTTEN), "remembered.not-forgotten", true);
    }
  }

  /// As if they had never been forgotten.
  public void takeBack() {
    if (canTakeBack.get()) {
      change(() -> file.takeBack(FORGOTTEN), "remembered.not-back", false);
    }
  }

  private void change(Change how, String otherwise, boolean forgets) {
    working = true;
    problem = "";
    show();
    quick.execute(() -> {
      String failure = "";
      try {
        how.make();
      } catch (IOException e) {
        failure = texts.get(otherwise, Reason.of(e));
      }
      String why = failure;
      long found = found();
      window.execute(() -> {
        working = false;
        problem = why;
        count = found;
        forgotten = why.isEmpty() ? forgets : forgotten;
        show();
        changed.run();
      });
    });
  }

  private void show() {
    boolean keeps = switch (numbers.getValue()) {
      case KEEP, RANGES -> true;
      case NONE, FROM -> false;
    };
    boolean free = keeps && !working && !phase.getValue().isBusy();
    canForget.set(free && count > 0);
    canTakeBack.set(free && forgotten);
    said.set(!keeps ? "" : problem.isEmpty() ? words() : problem);
  }

  private String words() {
    if (forgotten) {
      return texts.get("remembered.forgotten");
    }
    return count == 0 ? texts.get("remembered.none") : texts.amount("remembered", count);
  }

  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }
}
