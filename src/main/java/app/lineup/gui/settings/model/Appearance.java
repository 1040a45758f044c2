package app.lineup.gui.settings.model;

/// Light, dark, or as the system is.
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK
}
