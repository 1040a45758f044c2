package app.lineup.model;

import java.util.Locale;

/// What a row of the rules does with the channels that it matches.
public enum RuleKind {
  /// Changes them, or removes them.
  RULE,
  /// Keeps them, and leaves out those that no such filter matches.
  INCLUDE,
  /// Leaves them out.
  EXCLUDE;

  /// Whether it only decides which channels stay.
  public boolean isFilter() {
    return this != RULE;
  }

  /// The word for it in files and keys of texts.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
