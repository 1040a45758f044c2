package app.lineup.rule;

import app.lineup.model.Field;

/// What a mapping rule does with a channel that its condition is true for. Immutable.
public sealed interface Action {

  /// Gives a field a new text. The template sees the channel as it was when the rule began.
  record Assign(Field field, AssignOperator operator, Template template) implements Action {}

  /// Drops the channel.
  record Remove() implements Action {}
}
