package app.lineup.gui.publish.model;

import app.lineup.gui.document.SettingProperties;
import app.lineup.library.Setting;
import app.lineup.library.file.Notes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where playlists are saved, as the user wrote or chose it; kept from one start to the next. Not thread-safe; used by
/// the window's thread, but for [#holdsOurs].
final class SavePlaceViewModel {

  private static final String SAVED = "publish.saved";
  private static final String DEFAULT_NAME = "lineup.m3u";

  private final Notes notes;
  private final StringProperty kept;
  private final Path home;
  private final StringProperty path;
  private final BooleanProperty everyRun;
  private Optional<Path> chosen = Optional.empty();

  /// @param notes remembers what was written
  /// @param home  the user's folder, which other paths start from
  SavePlaceViewModel(SettingProperties settings, Notes notes, Path home) {
    this.notes = notes;
    this.home = home;
    this.kept = settings.text(Setting.SAVE_PATH, home.resolve(DEFAULT_NAME).toString());
    this.path = new SimpleStringProperty(kept.get());
    this.everyRun = settings.flag(Setting.SAVE_EVERY_RUN, false);
    kept.subscribe((before, now) -> path.set(now));
    everyRun.subscribe((before, now) -> keep());
  }

  /// As the user writes it.
  StringProperty path() {
    return path;
  }

  BooleanProperty everyRun() {
    return everyRun;
  }

  /// Keeps the path.
  void keep() {
    kept.set(path.get());
  }

  /// Sets the path to a file that was chosen in a dialog, which has asked whether to replace it.
  void choose(Path file) {
    path.set(file.toString());
    chosen = Optional.of(file);
  }

  /// Whether the user said in a dialog that this file may be replaced.
  boolean isChosen(Path file) {
    return chosen.filter(file::equals).isPresent();
  }

  /// The path as a file.
  ///
  /// @throws InvalidPathException if it cannot be one
  Path file() {
    String text = path.get().strip();
    return home.resolve(text.equals("~") || text.startsWith("~/") ? text.substring(Math.min(2, text.length())) : text);
  }

  /// The path as a file to begin a dialog with.
  Path suggestion() {
    try {
      return file();
    } catch (InvalidPathException e) {
      return home.resolve(DEFAULT_NAME);
    }
  }

  /// Remembers that this file was written here.
  void saved(Path file) {
    notes.set(SAVED, file.toString());
  }

  /// Whether this is the file that was written last, so that it may be replaced. May be asked on any thread.
  boolean holdsOurs(Path file) {
    return file.toString().equals(notes.get(SAVED, ""));
  }
}
