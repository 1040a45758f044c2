package app.lineup.rule.syntax;

import app.lineup.model.Field;
import java.util.List;

/// What a rule or filter asks of a channel, as a tree. Immutable.
///
/// Each node knows which part of the rule's text it was read from: the characters from [#from] up to but without [#to].
public sealed interface Condition {

  /// The index of its first character in the rule's text.
  int from();

  /// The index after its last character in the rule's text.
  int to();

  /// True where every part is; the parts are asked from left to right until one is false.
  record AllOf(List<Condition> parts, int from, int to) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /// True where any part is; the parts are asked from left to right until one is true.
  record AnyOf(List<Condition> parts, int from, int to) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /// True where the part is false.
  record Not(Condition part, int from, int to) implements Condition {}

  /// Compares the text of a field with a value.
  ///
  /// @param likeness which texts are the same
  /// @param value    what to compare with, never empty; for [TextOperator#MATCHES] a valid pattern
  record Comparison(Field field, TextOperator operator, ComparisonOptions likeness, String value, int from, int to)
      implements Condition {}

  /// Compares a field's text with a number, a moment or a text by which is more.
  ///
  /// @param likeness which letters are the same where texts are compared; accents count but for [Order#EQUALS]
  record Ordered(Field field, Order order, ComparisonOptions likeness, Operand operand, int from, int to)
      implements Condition {}

  /// True where the text of a field is one of the values, numbers compared as numbers unless case counts.
  ///
  /// @param values at least one, none empty
  record OneOf(Field field, ComparisonOptions likeness, List<String> values, int from, int to) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// True where the field has no text, or white space alone.
  record IsEmpty(Field field, int from, int to) implements Condition {}
}
