package app.lineup.rule.editor;

import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.RuleFormat;
import app.lineup.rule.syntax.Template;
import app.lineup.rule.syntax.TextOperator;
import java.util.Optional;

/// A pattern of `matches` whose special characters were probably meant as they stand, and how the rule would read then.
/// Immutable.
///
/// @param text        what was probably meant
/// @param from        the index of the comparison's first character in the rule's text
/// @param to          the index after its last one
/// @param asContains  the whole rule with `contains` instead
/// @param asPattern   the whole rule with the pattern escaped
public record LiteralHint(String text, int from, int to, String asContains, String asPattern) {

  /// The first such pattern of a text that can be understood.
  ///
  public static Optional<LiteralHint> in(MappingRule rule) {
    boolean catches = rule.actions().stream().anyMatch(action -> action instanceof Action.Assign assign
        && assign.template().parts().stream().anyMatch(Template.Part::usesGroups));
    return rule.condition().flatMap(condition -> in(condition, rule.text(), catches));
  }

  /// The first such pattern of a condition.
  ///
  /// @param text what the condition was read from
  public static Optional<LiteralHint> in(Condition condition, String text) {
    return in(condition, text, false);
  }

  private static Optional<LiteralHint> in(Condition condition, String text, boolean catches) {
    return switch (condition) {
      case Condition.AllOf all -> all.parts().stream().flatMap(part -> in(part, text, catches).stream()).findFirst();
      case Condition.AnyOf any -> any.parts().stream().flatMap(part -> in(part, text, catches).stream()).findFirst();
      case Condition.Not(Condition.Comparison comparison, int from, int to) ->
          of(comparison, true, Math.min(from, comparison.from()), Math.max(to, comparison.to()), text, catches);
      case Condition.Not not -> in(not.part(), text, catches);
      case Condition.Comparison c -> of(c, false, c.from(), c.to(), text, catches);
      case Condition.Ordered _, Condition.OneOf _, Condition.IsEmpty _ -> Optional.empty();
    };
  }

  private static Optional<LiteralHint> of(
      Condition.Comparison c, boolean negated, int from, int to, String text, boolean catches) {
    if (c.operator() != TextOperator.MATCHES || !LiteralIntent.probably(c.value(), catches)) {
      return Optional.empty();
    }
    String meant = LiteralIntent.text(c.value());
    return Optional.of(new LiteralHint(meant, from, to,
        written(c, negated, TextOperator.CONTAINS, meant, from, to, text),
        written(c, negated, TextOperator.MATCHES, LiteralIntent.escaped(meant), from, to, text)));
  }

  private static String written(
      Condition.Comparison c, boolean negated, TextOperator operator, String value, int from, int to, String text) {
    Condition changed = new Condition.Comparison(c.field(), operator, c.likeness(), value, c.from(), c.to());
    Condition whole = negated ? new Condition.Not(changed, from, to) : changed;
    return text.substring(0, from) + RuleFormat.of(whole) + text.substring(to);
  }
}
