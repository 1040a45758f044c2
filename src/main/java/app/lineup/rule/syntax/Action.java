package app.lineup.rule.syntax;

import app.lineup.model.Field;

/// What a mapping rule does with a channel that its condition is true for. Immutable.
///
/// Each knows the characters of the rule's text that it was read from.
public sealed interface Action {

  /// The index of its first character in the rule's text; of an assignment the field's.
  int from();

  /// The index after its last character in the rule's text.
  int to();

  /// Gives a field a new text. The template sees the channel as it was when the rule began.
  record Assign(Field field, AssignOperator operator, Template template, int from, int to) implements Action {}

  /// Drops the channel.
  record Remove(int from, int to) implements Action {}
}
