package app.lineup.library.file;

/// A rule or filter as the library keeps it. Immutable.
///
/// @param kind what it does with the channels that it matches
/// @param text as the user wrote it, whether it can be understood or not
/// @param on   whether it takes part in a run
public record KeptRule(Kind kind, String text, boolean on) {

  /// What a row of the rules does.
  public enum Kind {
    RULE,
    INCLUDE,
    EXCLUDE
  }
}
