package app.lineup.gui.publish;

import app.lineup.engine.flow.PipelineException;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.model.Secrets;
import app.lineup.store.KeptPlaylist;
import app.lineup.store.Preferences;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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

/// Saving a playlist where the user wants it. Confined to the window's thread; the copying is on another.
public final class SaveViewModel {

  private static final String PATH = "publish.path";
  private static final String SAVED = "publish.saved";
  private static final String EVERY_RUN = "publish.every-run";
  private static final String DEFAULT_NAME = "lineup.m3u";

  private final Texts texts;
  private final Preferences preferences;
  private final Path home;
  private final Copy copy;
  private final Function<KeptPlaylist.Stamp, String> amount;
  private final Executor background;
  private final Executor window;
  private final StringProperty path;
  private final BooleanProperty everyRun;
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private final StringProperty said = new SimpleStringProperty("");
  private final StringProperty question = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>();
  private Optional<Path> chosen = Optional.empty();
  private @Nullable Saving saving;
  private long savings;
  private @Nullable Order asked;
  private @Nullable Order next;

  /// What is to be saved where; `mayReplace` if another file may be there, which then is lost.
  private record Order(KeptPlaylist kept, Path to, boolean mayReplace) {}

  private record Saving(long number, Order order, AtomicLong copied, AtomicBoolean begun, FutureTask<?> work) {}

  /// @param home   the user's folder, which other paths start from
  /// @param copy   does the work; called on `background`
  /// @param amount says how much a playlist holds
  public SaveViewModel(
      Texts texts,
      Preferences preferences,
      Path home,
      Copy copy,
      Function<KeptPlaylist.Stamp, String> amount,
      Executor background,
      Executor window) {
    this.texts = texts;
    this.preferences = preferences;
    this.home = home;
    this.copy = copy;
    this.amount = amount;
    this.background = background;
    this.window = window;
    this.path = new SimpleStringProperty(preferences.get(PATH, home.resolve(DEFAULT_NAME).toString()));
    this.everyRun = new SimpleBooleanProperty(Boolean.parseBoolean(preferences.get(EVERY_RUN, "")));
    everyRun.subscribe((before, now) -> {
      preferences.set(PATH, path.get());
      preferences.set(EVERY_RUN, now.toString());
    });
  }

  /// Where to save, as the user writes it.
  public StringProperty path() {
    return path;
  }

  /// Whether each run's playlist is saved there.
  public BooleanProperty everyRun() {
    return everyRun;
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
        () -> failure.get() == null && question.get().isEmpty() ? "" : texts.get("status.not-saved"), failure, question);
  }

  /// The path as a file to begin a dialog with.
  public Path suggestion() {
    try {
      return resolved();
    } catch (InvalidPathException e) {
      return home.resolve(DEFAULT_NAME);
    }
  }

  /// Sets the path to a file that was chosen in a dialog, which has asked whether to replace it.
  public void choose(Path file) {
    path.set(file.toString());
    chosen = Optional.of(file);
  }

  /// Saves to [#path].
  void save(KeptPlaylist kept) {
    preferences.set(PATH, path.get());
    clear();
    if (busy.get()) {
      return;
    }
    if (path.get().isBlank()) {
      // Also after a run, when nobody looks at the field.
      failure.set(new Failure(texts.get("about.saving"), texts.get("no-path"), texts.get("advice.no-path"), ""));
      return;
    }
    try {
      Path to = resolved();
      start(new Order(kept, to, chosen.filter(to::equals).isPresent()));
    } catch (InvalidPathException e) {
      failure.set(new Failure(path.get(), texts.get("no-path"), texts.get("advice.no-path"), ""));
    }
  }

  /// Saves to a place that was chosen in a dialog, which has asked about a file that is there.
  void saveAs(KeptPlaylist kept, Path to) {
    clear();
    if (!busy.get()) {
      start(new Order(kept, to, true));
    }
  }

  /// A run has published this.
  void made(KeptPlaylist kept) {
    if (!everyRun.get()) {
      said.set("");
      return;
    }
    if (busy.get()) {
      next = new Order(kept, suggestion(), false);
    } else {
      save(kept);
    }
  }

  private Path resolved() {
    String text = path.get().strip();
    return home.resolve(text.equals("~") || text.startsWith("~/") ? text.substring(Math.min(2, text.length())) : text);
  }

  /// Replaces the file that was asked about.
  public void replace() {
    Order order = asked;
    clear();
    if (order != null) {
      start(new Order(order.kept(), order.to(), true));
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

  private void start(Order order) {
    long number = ++savings;
    var copied = new AtomicLong();
    var begun = new AtomicBoolean();
    var work = new FutureTask<>(() -> {
      begun.set(true);
      work(number, order, copied);
    }, "done");
    saving = new Saving(number, order, copied, begun, work);
    progress.set(0);
    busy.set(true);
    background.execute(work);
  }

  private void work(long number, Order order, AtomicLong copied) {
    try {
      if (!order.mayReplace() && Files.isRegularFile(order.to()) && !isOurs(order.to())) {
        end(number, () -> {
          asked = order;
          question.set(texts.get("replace.question", order.to()));
        });
        return;
      }
      long bytes = copy.copy(order.kept().file(), order.to(), copied::set);
      end(number, () -> {
        preferences.set(SAVED, order.to().toString());
        boolean same = bytes == order.kept().bytes();
        said.set(texts.get("saved", same ? amount.apply(order.kept().stamp()) : Amounts.bytes(bytes), order.to()));
      });
    } catch (InterruptedException _) {
      end(number, () -> said.set(texts.get("save.cancelled")));
    } catch (PipelineException e) {
      end(number, () -> failure.set(new Failure(e.subject(), e.what(), e.advice(), Secrets.mask(Stack.of(e)))));
    } catch (RuntimeException | Error e) {
      end(number, () -> failure.set(new Failure(
          order.to().toString(), texts.get("fault"), texts.get("advice.fault"), Secrets.mask(Stack.of(e)))));
    }
  }

  private boolean isOurs(Path to) {
    return to.toString().equals(preferences.get(SAVED, ""));
  }

  /// Ends the saving of this number, unless it has ended before.
  private void end(long number, Runnable how) {
    window.execute(() -> {
      if (saving == null || saving.number() != number) {
        return;
      }
      saving = null;
      busy.set(false);
      how.run();
      Optional.ofNullable(next).ifPresent(this::start);
      next = null;
    });
  }

  /// Stops saving; what was there before stays.
  public void cancel() {
    Saving now = saving;
    if (now != null) {
      now.work().cancel(true);
      if (!now.begun().get()) {
        // Nothing else ends it.
        end(now.number(), () -> said.set(texts.get("save.cancelled")));
      }
    }
  }

  /// Shows how far it is.
  public void sample() {
    Saving now = saving;
    if (now != null) {
      progress.set(Math.min(1, (double) now.copied().get() / Math.max(1, now.order().kept().bytes())));
    }
  }

  /// Copies a playlist; interrupting its thread cancels it, and then nothing has changed.
  @FunctionalInterface
  public interface Copy {
    long copy(Path from, Path to, LongConsumer progress) throws PipelineException, InterruptedException;
  }
}
