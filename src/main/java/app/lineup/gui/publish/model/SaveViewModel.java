package app.lineup.gui.publish.model;

import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.library.file.Notes;
import app.lineup.pipeline.output.KeptPlaylist;
import app.lineup.problem.PipelineException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Saving a playlist where the user wants it. Not thread-safe; used by the window's thread. The copying is on another.
public final class SaveViewModel {

  private final Texts texts;
  private final SavePlaceViewModel place;
  private final Copy copy;
  private final Function<KeptPlaylist.Stamp, String> amount;
  private final Executor background;
  private final Executor window;
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private final StringProperty said = new SimpleStringProperty("");
  private final StringProperty question = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>();
  private @Nullable SavingViewModel saving;
  private SavingViewModel.@Nullable Order asked;
  private SavingViewModel.@Nullable Order next;

  /// @param home   the user's folder, which other paths start from
  /// @param copy   does the work; called on `background`
  /// @param amount says how much a playlist holds
  public SaveViewModel(
      Texts texts,
      SettingProperties settings, Notes notes,
      Path home,
      Copy copy,
      Function<KeptPlaylist.Stamp, String> amount,
      Executor background,
      Executor window) {
    this.texts = texts;
    this.place = new SavePlaceViewModel(settings, notes, home);
    this.copy = copy;
    this.amount = amount;
    this.background = background;
    this.window = window;
  }

  /// Where to save, as the user writes it.
  public StringProperty path() {
    return place.path();
  }

  /// Whether each run's playlist is saved there.
  public BooleanProperty everyRun() {
    return place.everyRun();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// From 0 to 1.
  public ReadOnlyDoubleProperty progress() {
    return progress;
  }

  /// What was done last; may be empty.
  public ReadOnlyStringProperty said() {
    return said;
  }

  /// What has to be answered before anything is saved; empty where nothing is.
  public ReadOnlyStringProperty question() {
    return question;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure;
  }

  /// That something waits for the user, in a few words, as the saving after a run is not watched; else empty.
  ObservableValue<String> trouble() {
    return Bindings.createStringBinding(
        () -> failure.get() == null && question.get().isEmpty() ? "" : texts.get("status.not-saved"), failure,
        question);
  }

  /// The path as a file to begin a dialog with.
  public Path suggestion() {
    return place.suggestion();
  }

  /// Sets the path to a file that was chosen in a dialog, which has asked whether to replace it.
  public void choose(Path file) {
    place.choose(file);
  }

  /// Saves to [#path].
  void save(KeptPlaylist kept) {
    place.keep();
    clear();
    if (busy.get()) {
      return;
    }
    if (path().get().isBlank()) {
      // Also after a run, when nobody looks at the field.
      failure.set(new Failure(texts.get("about.saving"), texts.get("no-path"), texts.get("advice.no-path"), ""));
      return;
    }
    try {
      Path to = place.file();
      start(new SavingViewModel.Order(kept, to, place.isChosen(to)));
    } catch (InvalidPathException e) {
      failure.set(new Failure(path().get(), texts.get("no-path"), texts.get("advice.no-path"), ""));
    }
  }

  /// Saves to a place that was chosen in a dialog, which has asked about a file that is there.
  void saveAs(KeptPlaylist kept, Path to) {
    clear();
    if (!busy.get()) {
      start(new SavingViewModel.Order(kept, to, true));
    }
  }

  /// A run has published this.
  void made(KeptPlaylist kept) {
    if (!everyRun().get()) {
      said.set("");
      return;
    }
    if (busy.get()) {
      next = new SavingViewModel.Order(kept, suggestion(), false);
    } else {
      save(kept);
    }
  }

  /// Replaces the file that was asked about.
  public void replace() {
    SavingViewModel.Order order = asked;
    clear();
    if (order != null) {
      start(new SavingViewModel.Order(order.kept(), order.to(), true));
    }
  }

  /// Leaves it.
  public void leave() {
    clear();
  }

  private void clear() {
    asked = null;
    question.set("");
    said.set("");
    failure.set(null);
  }

  private void start(SavingViewModel.Order order) {
    var now = new SavingViewModel(
        order, place::holdsOurs, copy, (which, ending) -> window.execute(() -> end(which, ending)));
    saving = now;
    progress.set(0);
    busy.set(true);
    now.start(background);
  }

  /// Ends this saving, unless it has ended before.
  private void end(SavingViewModel ended, SavingViewModel.Ending how) {
    if (saving != ended) {
      return;
    }
    saving = null;
    busy.set(false);
    show(ended.order(), how);
    Optional.ofNullable(next).ifPresent(this::start);
    next = null;
  }

  private void show(SavingViewModel.Order order, SavingViewModel.Ending how) {
    switch (how) {
      case SavingViewModel.Ending.Saved(long bytes) -> {
        place.saved(order.to());
        boolean same = bytes == order.kept().bytes();
        said.set(texts.get("saved", same ? amount.apply(order.kept().stamp()) : Amounts.bytes(bytes), order.to()));
      }
      case SavingViewModel.Ending.Occupied() -> {
        asked = order;
        question.set(texts.get("replace.question", order.to()));
      }
      case SavingViewModel.Ending.Cancelled() -> said.set(texts.get("save.cancelled"));
      case SavingViewModel.Ending.Failed(PipelineException e) ->
          failure.set(new Failure(e.subject(), e.what(), e.advice(), Stack.of(e)));
      case SavingViewModel.Ending.Failed(Throwable e) -> failure.set(new Failure(
          order.to().toString(), texts.get("fault"), texts.get("advice.fault"), Stack.of(e)));
    }
  }

  /// Stops saving; what was there before stays.
  public void cancel() {
    Optional.ofNullable(saving).ifPresent(SavingViewModel::cancel);
  }

  /// Shows how far it is.
  public void sample() {
    Optional.ofNullable(saving).map(SavingViewModel::progress).ifPresent(progress::set);
  }

  /// Copies a playlist; interrupting its thread cancels it, and then nothing has changed.
  @FunctionalInterface
  public interface Copy {
    long copy(Path from, Path to, LongConsumer progress) throws PipelineException, InterruptedException;
  }
}
