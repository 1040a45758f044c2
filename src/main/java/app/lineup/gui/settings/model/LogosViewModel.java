package app.lineup.gui.settings.model;

import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.library.LogoSpace;
import app.lineup.library.Setting;
import app.lineup.pipeline.logo.cache.LogoFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Whether runs fetch logos, and how much of the disk they take. Not thread-safe; used by the window's thread; the
/// disk is looked at on another.
public final class LogosViewModel {

  private final Texts texts;
  private final Path path;
  private final LogoFolder folder;
  private final Executor background;
  private final Executor window;
  private final BooleanProperty fetched;
  private final ObjectProperty<LogoSpace> room;
  private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper clearable = new ReadOnlyBooleanWrapper();

  /// @param settings   where the choice is kept
  /// @param path       where logos are kept
  /// @param background where the disk is looked at
  /// @param window     carries work to the window's thread
  public LogosViewModel(Texts texts, SettingProperties settings, Path path, Executor background, Executor window) {
    this.texts = texts;
    this.path = path;
    this.folder = new LogoFolder(path);
    this.background = background;
    this.window = window;
    // Off until somebody asks for it: it tells other people's servers which channels one has.
    this.fetched = settings.flag(Setting.LOGOS, false);
    this.room = settings.choice(Setting.LOGO_SPACE, LogoSpace.values(), LogoSpace.USUAL);
    room.subscribe((before, now) -> look());
  }

  /// Whether a run fetches logos.
  public BooleanProperty fetched() {
    return fetched;
  }

  /// How much of the disk they may take from the next run on; those used longest ago go first.
  public ObjectProperty<LogoSpace> room() {
    return room;
  }

  /// How many logos take how much room; empty before anybody looked.
  public ReadOnlyStringProperty size() {
    return size.getReadOnlyProperty();
  }

  /// Whether there is something to clear.
  public ReadOnlyBooleanProperty clearable() {
    return clearable.getReadOnlyProperty();
  }

  /// Looks how much room they take now.
  public void look() {
    long most = room.get().bytes();
    background.execute(() -> weigh(most));
  }

  /// Deletes all of them. A run that is under way goes on, and keeps what it fetches from then on.
  public void clear() {
    clearable.set(false);
    long most = room.get().bytes();
    background.execute(() -> {
      try {
        folder.clear();
      } catch (IOException e) {
        tell(texts.get("logos.stuck", path), true);
        return;
      }
      weigh(most);
    });
  }

  private void weigh(long most) {
    try {
      long bytes = folder.bytes();
      String taken = Amounts.bytes(bytes);
      tell(bytes == 0 ? texts.get("logos.empty") : texts.get("logos.size", taken, Amounts.bytes(most)),
          bytes > 0);
    } catch (IOException e) {
      tell(texts.get("logos.unreadable", path), false);
    }
  }

  private void tell(String text, boolean some) {
    window.execute(() -> {
      size.set(text);
      clearable.set(some);
    });
  }
}
