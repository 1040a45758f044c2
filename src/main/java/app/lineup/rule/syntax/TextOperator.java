package app.lineup.rule.syntax;

import java.util.Locale;

/// How a [Condition.Comparison] compares a field's text with its value.
public enum TextOperator {
  /// The value stands somewhere in the text.
  CONTAINS,
  /// The value is the whole text.
  EQUALS,
  /// The value, a `java.util.regex` pattern, is found somewhere in the text.
  MATCHES,
  /// The text begins with the value.
  STARTS_WITH,
  /// The text ends with the value.
  ENDS_WITH;

  /// The name in the rule language.
  public String ruleName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
