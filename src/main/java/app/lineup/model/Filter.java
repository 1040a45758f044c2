package app.lineup.model;

/// A filter as the user wrote it.
///
/// @param mode whether it lets channels in or keeps them out
/// @param text a condition in the rule language
/// @param on   whether it takes part
public record Filter(Mode mode, String text, boolean on) {

  /// What a filter does with the channels it matches.
  public enum Mode {
    /// Keeps a channel that any include filter matches.
    INCLUDE,
    /// Drops a channel that it matches, whatever includes it.
    EXCLUDE
  }
}
