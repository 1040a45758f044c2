package app.lineup.rule.syntax;

/// What a text of the rule language is read as.
public enum Dialect {
  /// A mapping rule: a condition on channels and actions.
  RULE,
  /// A filter or a search: a condition on channels.
  FILTER,
  /// A filter of a guide: a condition on its programmes.
  PROGRAMMES
}
