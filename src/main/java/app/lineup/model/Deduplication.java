package app.lineup.model;

/// What counts as the same channel where several sources bring it. The first source that has it keeps it; entries of
/// one source are never compared with each other (`M3U-33`).
public enum Deduplication {
  /// Nothing is: every entry stays.
  NONE,
  /// The same address, without the player headers behind it.
  URL,
  /// The same `tvg-id` and the same name, case and spaces aside; an entry without a `tvg-id` is never a duplicate.
  KEY
}
