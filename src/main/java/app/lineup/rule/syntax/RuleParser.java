package app.lineup.rule.syntax;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Reads the text of rules and filters. Thread-safe: no state.
public final class RuleParser {

  private RuleParser() {}

  /// Reads a mapping rule: an optional condition and its actions.
  ///
  /// @throws RuleSyntaxException if `text` is none; nothing is guessed and nothing left over
  public static MappingRule mappingRule(String text) {
    return mappingRule(text, here());
  }

  /// The same at the time of `clock`, which says what `@time:now` is.
  public static MappingRule mappingRule(String text, Clock clock) {
    return mappingRule(new Tokens(text, Dialect.RULE, clock));
  }

  /// Reads the condition of a filter.
  ///
  /// @throws RuleSyntaxException if `text` is none; nothing is guessed and nothing left over
  public static Condition condition(String text) {
    return condition(text, here());
  }

  /// The same at the time of `clock`, which says what `@time:now` is.
  public static Condition condition(String text, Clock clock) {
    return condition(new Tokens(text, Dialect.FILTER, clock));
  }

  /// Reads a condition on the programmes of a guide.
  ///
  /// @param clock says what `@time:now` is
  /// @throws RuleSyntaxException if `text` is none; nothing is guessed and nothing left over
  public static Condition programmes(String text, Clock clock) {
    return condition(new Tokens(text, Dialect.PROGRAMMES, clock));
  }

  /// Reads a text and keeps nothing of it.
  ///
  /// @throws RuleSyntaxException if `text` is none of that kind
  public static void check(Dialect dialect, String text) {
    read(new Tokens(text, dialect, here()));
  }

  /// The clock on the wall of whoever wrote the rule.
  private static Clock here() {
    return Clock.system(ZoneId.systemDefault());
  }

  /// How `text` could go on.
  public static Expectations wanted(Dialect dialect, String text) {
    Tokens tokens;
    try {
      tokens = new Tokens(text, dialect, here());
    } catch (RuleSyntaxException _) {
      return new Expectations();
    }
    try {
      read(tokens);
    } catch (RuleSyntaxException _) {
      // What was asked for before that is the answer.
    }
    return tokens.wanted();
  }

  private static void read(Tokens tokens) {
    switch (tokens.dialect()) {
      case RULE -> mappingRule(tokens);
      case FILTER, PROGRAMMES -> condition(tokens);
    }
  }

  private static MappingRule mappingRule(Tokens tokens) {
    Optional<Condition> condition = beginsAction(tokens) ? Optional.empty() : Optional.of(conditionOrAction(tokens));
    if (condition.isPresent() && !beginsAction(tokens)) {
      throw tokens.unexpected("AND, OR, SET or REMOVE", List.of("AND", "OR", "SET", "REMOVE"));
    }
    List<Action> actions = new ActionReader(tokens, condition.map(GroupScope::of).orElse(GroupScope.NONE)).read();
    if (!tokens.atEnd()) {
      throw tokens.unexpected("a comma and another action, or the end of the rule", List.of());
    }
    return new MappingRule(condition, actions, tokens.text());
  }

  private static Condition condition(Tokens tokens) {
    Condition condition = new ConditionReader(tokens).read();
    if (tokens.atEnd()) {
      return condition; // Before the actions are asked for, so that no editor offers them.
    }
    if (beginsAction(tokens)) {
      throw tokens.unexpected("AND, OR or the end: a filter has no actions", List.of());
    }
    throw tokens.unexpected("AND, OR or the end of the filter", List.of("AND", "OR"));
  }

  private static Condition conditionOrAction(Tokens tokens) {
    Token first = tokens.peek();
    boolean starts = first.kind() == Token.Kind.OPENING || first.is(Keyword.NOT) || first.is(Keyword.ATTR)
        || first.is(Keyword.CASE_SENSITIVE)
        || (first.kind() == Token.Kind.WORD && FieldReader.named(first.value(), Dialect.RULE).isPresent());
    if (!starts) {
      throw tokens.unexpected(
          "a condition, SET or REMOVE", FieldReader.names(Dialect.RULE, List.of("SET", "REMOVE", "NOT", "(")));
    }
    return new ConditionReader(tokens).read();
  }

  private static boolean beginsAction(Tokens tokens) {
    return tokens.is(Keyword.SET) || tokens.is(Keyword.REMOVE) || ActionReader.begins(tokens);
  }
}
