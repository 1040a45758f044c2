package app.lineup.gui.window;

import app.lineup.gui.settings.model.Appearance;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// Dresses the window. Not thread-safe; used by its thread.
public final class Themes {

  private static final String[] SHEETS = {"bridge.css", "lineup.css"};

  private final ObservableValue<Appearance> wanted;

  private Themes(ObservableValue<Appearance> wanted) {
    this.wanted = wanted;
  }

  /// Dresses `scene` as `wanted` says, now and whenever that or the system's scheme changes.
  public static void follow(Scene scene, ObservableValue<Appearance> wanted) {
    // The theme first: our sheets are written over its tokens.
    var themes = new Themes(wanted);
    themes.apply();
    wanted.subscribe((before, now) -> themes.apply());
    Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> themes.apply());
    for (String sheet : SHEETS) {
      var file = Themes.class.getResource("/app/lineup/theme/" + sheet);
      if (file == null) {
        throw new IllegalStateException("the program lacks its " + sheet);
      }
      scene.getStylesheets().add(file.toExternalForm());
    }
  }

  private void apply() {
    boolean dark = switch (wanted.getValue()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
    var theme = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
  }
}
