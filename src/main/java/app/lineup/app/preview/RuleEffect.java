package app.lineup.app.preview;

import java.util.List;

/// What a rule or filter does to the channels that were looked at. Immutable.
///
/// @param lookedAt how many channels were looked at
/// @param matching how many of them it is for
/// @param acting   how many of these it changes, takes out or decides about: a rule may set what is there already
/// @param hits     the first of these
/// @param failures the sources that could not be read to their end
/// @param hidden   how many of the matching ones are separator rows that a run hides
public record RuleEffect(
    long lookedAt, long matching, long acting, List<Hit> hits, List<SourceFailure> failures, long hidden) {

  public RuleEffect {
    hits = List.copyOf(hits);
    failures = List.copyOf(failures);
  }

  /// What becomes of a channel.
  public enum Outcome {
    /// A rule changes it.
    CHANGED,
    /// A rule takes it out.
    REMOVED,
    /// An include filter lets it in.
    KEPT,
    /// An exclude filter leaves it out.
    LEFT_OUT,
    /// An include filter lets it in, but an exclude filter beside it leaves it out.
    LEFT_OUT_BY_ANOTHER,
    /// An include filter lets it in, but it is a separator row, and those are hidden.
    HIDDEN_SEPARATOR
  }

  /// One channel and what becomes of it, with credentials masked.
  ///
  /// @param name    its name before
  /// @param group   its group before
  /// @param changes what a rule changes about it; empty unless it is [Outcome#CHANGED]
  public record Hit(String name, String group, Outcome outcome, List<Change> changes) {

    public Hit {
      changes = List.copyOf(changes);
    }
  }

  /// A field with another text than before.
  ///
  /// @param field its name in the rule language
  public record Change(String field, String before, String after) {}

  /// A source that could not be read, in words.
  public record SourceFailure(String source, String what) {}
}
