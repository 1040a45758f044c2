package app.lineup.library;

/// A part of the [Library] that others depend on: whoever shows or derives something names the parts it is made of, and
/// hears only of changes to those.
public enum Part {
  /// Which lists there are, where they are, what they are called, and which take part.
  SOURCES,
  /// Mapping rules and filters.
  RULES,
  /// How channels get their numbers.
  NUMBERING,
  /// In which order channels are published.
  ORDER,
  /// What becomes of separator rows.
  SEPARATORS,
  /// Whether pictures are fetched, and how much of the disk they may take.
  LOGOS,
  /// Which strategies a run is to prefer.
  STRATEGIES,
  /// How much memory a run may take.
  MEMORY,
  /// How the playlist is written, saved and served.
  PUBLISHING,
  /// How sources are refreshed.
  REFRESHING,
  /// What the user changed by hand about single channels.
  EDITS
}
