package app.lineup.gui.run.model;

/// The order of the channels, as the window offers it.
public enum Sequence {
  /// As the lists have them.
  LOADED,
  /// By group, and in it by name.
  GROUPS,
  /// By name alone.
  NAMES
}
