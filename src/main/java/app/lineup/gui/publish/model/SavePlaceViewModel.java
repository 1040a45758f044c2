package app.lineup.gui.publish.model;

import app.lineup.library.file.Preferences;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where playlists are saved, as the user wrote or chose it; kept from one start to the next. Not thread-safe; used by
/// the window's thread, but for [#holdsOurs].
final class SavePlaceViewModel {

  private static final String PATH = "publish.path";
  private static final String SAVED = "publish.saved";
  private static final String EVERY_RUN = "publish.every-run";
  private static final String DEFAULT_NAME = "lineup.m3u";

  private final Preferences preferences;
  private final Path home;
  private final StringProperty path;
  private final BooleanProperty everyRun;
  private Optional<Path> chosen = Optional.empty();

  /// @param home the user's folder, which other paths start from
  SavePlaceViewModel(Preferences preferences, Path home) {
    this.preferences = preferences;
    this.home = home;
    this.path = new SimpleStringProperty(preferences.get(PATH, home.resolve(DEFAULT_NAME).toString()));
    this.everyRun = new SimpleBooleanProperty(Boolean.parseBoolean(preferences.get(EVERY_RUN, "")));
    everyRun.subscribe((before, now) -> {
      keep();
      preferences.set(EVERY_RUN, now.toString());
    });
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
    preferences.set(PATH, path.get());
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
    preferences.set(SAVED, file.toString());
  }

  /// Whether this is the file that was written last, so that it may be replaced. May be asked on any thread.
  boolean holdsOurs(Path file) {
    return file.toString().equals(preferences.get(SAVED, ""));
  }
}
