package app.lineup.gui.shell;

/// Light, dark, or as the system is.
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK
}
