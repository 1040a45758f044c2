package app.lineup.gui.shell.model;

import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.library.file.LibraryException;
import app.lineup.library.file.LibraryException.Trouble;
import app.lineup.library.file.LibraryThread.Way;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The window until its library is open, and the ways out where that fails. Not thread-safe; used by the window's
/// thread; the library is opened on another.
public final class OpeningViewModel {

  private final Texts texts;
  private final Opening opening;
  private final Executor background;
  private final Executor window;
  private final Runnable quit;
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private @Nullable Trouble trouble;

  /// @param opening    opens the library; called on `background`
  /// @param background where that is done
  /// @param window     carries work to the window's thread
  /// @param quit       ends the program
  public OpeningViewModel(Texts texts, Opening opening, Executor background, Executor window, Runnable quit) {
    this.texts = texts;
    this.opening = opening;
    this.background = background;
    this.window = window;
    this.quit = quit;
  }

  /// Why the library is not open, null while it is being opened.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Whether an empty library can take the place of what cannot be read.
  public boolean canStartFresh() {
    return trouble == Trouble.DAMAGED || trouble == Trouble.OLDER;
  }

  /// Whether an older state can be taken for the last one.
  public boolean canTakeOlder() {
    return trouble == Trouble.OLDER;
  }

  /// Whether what failed may go well the next time.
  public boolean canTryAgain() {
    return trouble != null && switch (trouble) {
      case IN_USE, NO_FOLDER, FAILED -> true;
      case DAMAGED, OLDER, TOO_NEW, SEMICOLON, NONE -> false;
    };
  }

  /// Opens the library.
  public void open() {
    open(Way.WHOLE);
  }

  /// Opens the library although it holds less than was written last.
  public void takeOlder() {
    open(Way.OLDER_TOO);
  }

  /// Keeps the damaged library aside and opens an empty one.
  public void startFresh() {
    open(Way.FRESH);
  }

  private void open(Way way) {
    failure.set(null);
    background.execute(() -> {
      try {
        Runnable show = opening.open(way);
        window.execute(() -> show(show));
      } catch (LibraryException e) {
        window.execute(() -> fail(e));
      } catch (RuntimeException | Error e) {
        window.execute(() -> fault(e));
      }
    });
  }

  /// What was kept may be what the rooms cannot take; nobody would see why the window stays as it is.
  private void show(Runnable show) {
    try {
      show.run();
    } catch (RuntimeException | Error e) {
      fault(e);
    }
  }

  private void fail(LibraryException e) {
    trouble = e.trouble();
    String word = e.trouble().word();
    failure.set(new Failure(e.path().toString(), texts.get("trouble." + word + ".what", e.reason()),
        texts.get("trouble." + word + ".advice"), Stack.of(e)));
  }

  private void fault(Throwable e) {
    trouble = null;
    failure.set(new Failure(
        texts.get("title"), texts.get("opening.fault"), texts.get("opening.fault.advice"), Stack.of(e)));
  }

  public void quit() {
    quit.run();
  }

  /// Opens the library.
  @FunctionalInterface
  public interface Opening {

    /// Opens it now; waits for the disk.
    ///
    /// @return what shows it, to be done on the window's thread
    Runnable open(Way way) throws LibraryException;
  }
}
