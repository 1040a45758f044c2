package app.lineup.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the text of rules and filters. Thread-safe: no state.
public final class RuleParser {

  private RuleParser() {}

  /// Reads a mapping rule: an optional condition and its actions.
  ///
  /// @throws RuleSyntaxException if `text` is none; nothing is guessed and nothing left over
  public static MappingRule mappingRule(String text) {
    Tokens tokens = new Tokens(text);
    Optional<Condition> condition = beginsAction(tokens) ? Optional.empty() : Optional.of(conditionOrAction(tokens));
    if (condition.isPresent() && !beginsAction(tokens)) {
      throw tokens.unexpected("AND, OR, SET or REMOVE", List.of("AND", "OR", "SET", "REMOVE"));
    }
    List<Action> actions = new ActionReader(tokens, condition.map(GroupScope::of).orElse(GroupScope.NONE)).read();
    if (tokens.peek().kind() != Token.Kind.END) {
      throw tokens.unexpected("a comma and another action, or the end of the rule", List.of());
    }
    return new MappingRule(condition, actions, text);
  }

  /// Reads the condition of a filter.
  ///
  /// @throws RuleSyntaxException if `text` is none; nothing is guessed and nothing left over
  public static Condition condition(String text) {
    Tokens tokens = new Tokens(text);
    Condition condition = new ConditionReader(tokens).read();
    if (beginsAction(tokens)) {
      throw tokens.unexpected("AND, OR or the end: a filter has no actions", List.of());
    }
    if (tokens.peek().kind() != Token.Kind.END) {
      throw tokens.unexpected("AND, OR or the end of the filter", List.of("AND", "OR"));
    }
    return condition;
  }

  private static Condition conditionOrAction(Tokens tokens) {
    Token first = tokens.peek();
    boolean starts = first.kind() == Token.Kind.OPENING || first.is(Keyword.NOT) || first.is(Keyword.ATTR)
        || (first.kind() == Token.Kind.WORD && Names.field(first.value()).isPresent());
    if (!starts) {
      List<String> names = new ArrayList<>(Names.FIELDS);
      names.addAll(List.of("SET", "REMOVE", "NOT"));
      throw tokens.unexpected("a condition, SET or REMOVE", names);
    }
    return new ConditionReader(tokens).read();
  }

  private static boolean beginsAction(Tokens tokens) {
    return tokens.peek().is(Keyword.SET) || tokens.peek().is(Keyword.REMOVE);
  }
}
