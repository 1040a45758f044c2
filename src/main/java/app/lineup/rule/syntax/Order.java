package app.lineup.rule.syntax;

import java.util.Locale;

/// How a [Condition.Ordered] compares a field's text with its value: as numbers where both are, as moments where the
/// value is one, else as texts.
public enum Order {
  EQUALS,
  GREATER_THAN,
  LESS_THAN,
  GREATER_THAN_OR_EQUAL,
  LESS_THAN_OR_EQUAL;

  /// The name in the rule language.
  public String ruleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the relation holds.
  ///
  /// @param compared below, at or above nought, as the field's text is less, the same or more than the value
  public boolean holds(int compared) {
    return switch (this) {
      case EQUALS -> compared == 0;
      case GREATER_THAN -> compared > 0;
      case LESS_THAN -> compared < 0;
      case GREATER_THAN_OR_EQUAL -> compared >= 0;
      case LESS_THAN_OR_EQUAL -> compared <= 0;
    };
  }
}
