package app.lineup.rule.syntax;

import app.lineup.model.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one comparison of a field. Not thread-safe; used by one thread, once a comparison.
final class ComparisonReader {

  private static final String OPERATORS =
      "an operator: contains, equals, matches, starts_with, ends_with, in, greater_than, "
      + "less_than (each also with not_), their signs or is_empty";

  private final Tokens tokens;
  private final int from;
  private final Field field;
  private boolean caseSensitive;
  private boolean ignoresAccents;

  ComparisonReader(Tokens tokens) {
    this.tokens = tokens;
    this.from = tokens.peek().from();
    if (tokens.peek().is(Keyword.CASE_SENSITIVE)) {
      readLikeness();
    }
    this.field = FieldReader.read(tokens, "a field", FieldReader.names(tokens.dialect(), List.of("NOT")));
  }

  Condition read() {
    boolean negated = tokens.skip(Keyword.NOT);
    if (tokens.skip(Keyword.IS_EMPTY)) {
      return negated(negated, new Condition.IsEmpty(field, from, tokens.readTo()));
    }
    readLikeness();
    Token written = tokens.peek();
    String name = operatorName(written);
    boolean inverse = name.startsWith("not_");
    String base = inverse ? name.substring("not_".length()) : name;
    return negated(negated != inverse, compare(base, written));
  }

  private Condition compare(String name, Token written) {
    Optional<TextOperator> operator = Names.textOperator(name);
    Optional<Order> order = Stream.of(Order.values()).filter(o -> o.ruleName().equals(name)).findFirst();
    if (name.equals("in")) {
      tokens.take();
      return oneOf();
    }
    if (operator.isEmpty() && order.isEmpty()) {
      List<String> names = new ArrayList<>(Names.OPERATORS);
      names.add(Keyword.IS_EMPTY.written());
      Stream.of(Keyword.CASE_SENSITIVE, Keyword.IGNORE_ACCENTS).filter(word -> !written.is(word))
          .map(Keyword::written).forEach(names::add);
      throw tokens.unexpected(written, OPERATORS, names);
    }
    if (operator.isEmpty() && ignoresAccents) {
      throw tokens.mistake(written, "another comparison: accents mean nothing where it is asked what is more", "");
    }
    tokens.take();
    if (order.isPresent() && SpecialValue.isMoment(tokens.peek())) {
      return moment(order.get());
    }
    boolean equals = operator.isPresent() && operator.get() == TextOperator.EQUALS;
    if (equals && tokens.peek().isText() && tokens.peek().value().isEmpty()) {
      tokens.take();
      readLikeness();
      return new Condition.IsEmpty(field, from, tokens.readTo());
    }
    Token value = value();
    readLikeness(operator.isPresent());
    boolean pattern = operator.isPresent() && operator.get() == TextOperator.MATCHES;
    String text = pattern ? Patterns.inJava(value.text()) : value.text();
    boolean asNumber = !caseSensitive && Numerals.read(text).isPresent();
    if (operator.isPresent() && !(operator.get() == TextOperator.EQUALS && asNumber)) {
      if (pattern) {
        Patterns.check(tokens.text(), value, likeness());
      }
      return new Condition.Comparison(field, operator.get(), likeness(), text, from, tokens.readTo());
    }
    return new Condition.Ordered(
        field, order.orElse(Order.EQUALS), likeness(), new Operand.Plain(text), from, tokens.readTo());
  }

  private void readLikeness() {
    readLikeness(true);
  }

  /// Reads the words that say which texts are the same, in any order.
  private void readLikeness(boolean mayIgnoreAccents) {
    boolean read = true;
    while (read) {
      boolean cased = !caseSensitive && tokens.skip(Keyword.CASE_SENSITIVE);
      boolean bare = mayIgnoreAccents && !ignoresAccents && tokens.skip(Keyword.IGNORE_ACCENTS);
      caseSensitive |= cased;
      ignoresAccents |= bare;
      read = cased || bare;
    }
  }

  private ComparisonOptions likeness() {
    return new ComparisonOptions(caseSensitive, ignoresAccents);
  }

  private Condition moment(Order order) {
    Token value = tokens.peek();
    if (caseSensitive || ignoresAccents) {
      throw tokens.mistake(value, "a text in quotes: a moment has neither case nor accents", "");
    }
    Instant at = SpecialValue.moment(tokens);
    return new Condition.Ordered(
        field, order, ComparisonOptions.USUAL,
        new Operand.Moment(SpecialValue.written(value), at, tokens.clock().getZone()), from, tokens.readTo());
  }

  private Condition oneOf() {
    if (!tokens.skip(Token.Kind.OPENING, "(")) {
      Token value = tokens.peek();
      throw tokens.mistake(value, "values in parentheses: (\"a\", \"b\")",
          value.isText() ? "(" + tokens.text().substring(value.from(), value.to()) + ")" : "");
    }
    List<String> values = new ArrayList<>();
    do {
      values.add(value().text());
    } while (tokens.skip(Token.Kind.COMMA, ","));
    if (!tokens.skip(Token.Kind.CLOSING, ")")) {
      throw tokens.unexpected("a comma and another value, or the ) after the last one", List.of());
    }
    readLikeness();
    return new Condition.OneOf(field, likeness(), values, from, tokens.readTo());
  }

  private Token value() {
    if (SpecialValue.is(tokens.peek())) {
      throw tokens.mistake(
          tokens.peek(), "a text in quotes; @time: goes with ==, !=, >, <, >= and <=, and @logo: with SET tvg_logo",
          "");
    }
    Token value = tokens.takeText(field);
    if (value.value().isEmpty()) {
      throw tokens.mistake(value, "a text that is not empty", "");
    }
    return value;
  }

  private static Condition negated(boolean negated, Condition condition) {
    return negated ? new Condition.Not(condition, condition.from(), condition.to()) : condition;
  }

  private static String operatorName(Token token) {
    boolean named = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SIGN;
    return named ? Names.operator(token.value()) : "";
  }
}
