package app.lineup.rule;

import app.lineup.model.Field;
import java.util.ArrayList;
import java.util.List;

/// Reads a condition: `NOT` binds tighter than `AND`, `AND` tighter than `OR`. Confined to one thread, used once.
final class ConditionReader {

  /// Each level costs a few frames of the stack, here and in all that walks the tree; nobody nests this deep by hand.
  private static final int MAX_DEPTH = 200;

  private final Tokens tokens;
  private int depth;

  ConditionReader(Tokens tokens) {
    this.tokens = tokens;
  }

  Condition read() {
    int from = tokens.peek().from();
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(allOf());
    } while (tokens.skip(Keyword.OR));
    return parts.size() == 1 ? parts.getFirst() : new Condition.AnyOf(parts, from, tokens.readTo());
  }

  private Condition allOf() {
    int from = tokens.peek().from();
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(not());
    } while (tokens.skip(Keyword.AND));
    return parts.size() == 1 ? parts.getFirst() : new Condition.AllOf(parts, from, tokens.readTo());
  }

  /// Counts the `NOT`s instead of nesting them: ten thousand are one or none.
  private Condition not() {
    int from = tokens.peek().from();
    boolean negated = false;
    while (tokens.skip(Keyword.NOT)) {
      negated = !negated;
    }
    Condition part = tokens.peek().kind() == Token.Kind.OPENING ? inParentheses() : comparison();
    return negated ? new Condition.Not(part, from, tokens.readTo()) : part;
  }

  private Condition inParentheses() {
    Token opening = tokens.take();
    if (++depth > MAX_DEPTH) {
      throw tokens.mistake(opening, "at most " + MAX_DEPTH + " parentheses inside each other", "");
    }
    Condition inside = read();
    if (!tokens.skip(Token.Kind.CLOSING)) {
      throw tokens.unexpected("AND, OR or the ) that closes the ( in "
          + Place.of(tokens.text(), opening.from(), opening.to()).name(), List.of("AND", "OR"));
    }
    depth--;
    return inside;
  }

  private Condition comparison() {
    int from = tokens.peek().from();
    Field field = FieldReader.read(tokens, "a field", List.of("NOT"));
    boolean negated = tokens.skip(Keyword.NOT);
    if (tokens.skip(Keyword.IS_EMPTY)) {
      return negated(negated, new Condition.IsEmpty(field, from, tokens.readTo()));
    }
    boolean caseSensitive = tokens.skip(Keyword.CASE_SENSITIVE);
    Token written = tokens.peek();
    String name = operatorName(written);
    boolean inverse = name.startsWith("not_");
    TextOperator operator = Names.textOperator(inverse ? name.substring("not_".length()) : name)
        .orElseThrow(() -> noOperator(written));
    tokens.take();
    Token value = tokens.takeText();
    if (value.value().isEmpty()) {
      throw tokens.mistake(value, "a text that is not empty", operator == TextOperator.EQUALS ? "is_empty" : "");
    }
    caseSensitive |= tokens.skip(Keyword.CASE_SENSITIVE);
    if (operator == TextOperator.MATCHES) {
      Patterns.check(tokens.text(), value, caseSensitive);
    }
    return negated(negated != inverse,
        new Condition.Comparison(field, operator, caseSensitive, value.text(), from, tokens.readTo()));
  }

  private static Condition negated(boolean negated, Condition condition) {
    return negated ? new Condition.Not(condition, condition.from(), condition.to()) : condition;
  }

  private static String operatorName(Token token) {
    boolean named = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SIGN;
    return named ? Names.operator(token.value()) : "";
  }

  private RuleSyntaxException noOperator(Token written) {
    List<String> names = new ArrayList<>(Names.OPERATORS);
    names.add(Keyword.IS_EMPTY.written());
    names.add(Keyword.CASE_SENSITIVE.written());
    return tokens.unexpected(
        written, "an operator: contains, equals, matches, starts_with, ends_with (each also with not_) or is_empty", names);
  }
}
