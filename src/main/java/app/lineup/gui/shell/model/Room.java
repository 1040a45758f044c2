package app.lineup.gui.shell.model;

import java.util.Locale;

/// The views, in the order of the sidebar.
public enum Room {
  CHANNELS,
  SOURCES,
  RULES,
  RUN,
  PUBLISH,
  SETTINGS;

  /// The name of its FXML file, and the end of its texts' keys.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
