package app.lineup.rule.syntax;

import java.util.ArrayList;
import java.util.List;

/// Reads a condition: `NOT` binds tighter than `AND`, `AND` tighter than `OR`. Not thread-safe; used by one thread,
/// once.
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
    Condition part = tokens.isOpening() ? inParentheses() : new ComparisonReader(tokens).read();
    return negated ? new Condition.Not(part, from, tokens.readTo()) : part;
  }

  private Condition inParentheses() {
    Token opening = tokens.take();
    if (++depth > MAX_DEPTH) {
      throw tokens.mistake(opening, "at most " + MAX_DEPTH + " parentheses inside each other", "");
    }
    Condition inside = read();
    if (!tokens.skip(Token.Kind.CLOSING, ")")) {
      throw tokens.unexpected("AND, OR or the ) that closes the ( in "
          + Place.of(tokens.text(), opening.from(), opening.to()).name(), List.of("AND", "OR"));
    }
    depth--;
    return inside;
  }
}
