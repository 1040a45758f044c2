package app.lineup.library;

/// The order of the channels.
public enum Sequence {
  /// As the lists have them.
  LOADED,
  /// By group, and in it by name.
  GROUPS,
  /// By name alone.
  NAMES
}
