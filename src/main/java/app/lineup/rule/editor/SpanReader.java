package app.lineup.rule.editor;

import app.lineup.rule.editor.Span.Kind;
import app.lineup.rule.syntax.AssignOperator;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.FieldReader;
import app.lineup.rule.syntax.Habits;
import app.lineup.rule.syntax.Keyword;
import app.lineup.rule.syntax.Lexer;
import app.lineup.rule.syntax.Names;
import app.lineup.rule.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Says what each part of a text is, right or broken. Not thread-safe; used by one thread, once.
final class SpanReader {

  private static final List<String> ASSIGNMENTS = Stream.of(AssignOperator.values()).map(AssignOperator::sign).toList();

  private final Dialect dialect;
  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private boolean sets;

  SpanReader(Dialect dialect, String text) {
    this.dialect = dialect;
    this.text = text;
  }

  List<Span> read() {
    for (Token token : Lexer.tokens(text)) {
      switch (token.kind()) {
        case WORD -> word(token);
        case NUMBER -> add(token, Kind.NUMBER);
        case VALUE -> add(token, Kind.VALUE);
        case FILLED -> add(token, Kind.PLACEHOLDER);
        case SIGN -> add(token, isSign(token.value()) ? Kind.OPERATOR : Kind.ERROR);
        case QUOTED -> quoted(token);
        case PLAIN -> add(token, Kind.STRING);
        case OPENING, CLOSING -> add(token, Kind.PARENTHESIS);
        case COMMA -> add(token, Kind.COMMA);
        case UNCLOSED, OTHER -> add(token, Kind.ERROR);
        case END -> { }
      }
    }
    return List.copyOf(spans);
  }

  private void word(Token token) {
    boolean begins = dialect == Dialect.RULE && Habits.begins(token);
    sets |= token.is(Keyword.SET) || begins;
    if (begins) {
      add(token, Kind.KEYWORD);
      return;
    }
    add(token, Keyword.of(token.value()).map(keyword -> switch (keyword) {
      case AND, OR, NOT, SET, REMOVE, CASE_SENSITIVE, IGNORE_ACCENTS -> Kind.KEYWORD;
      case IS_EMPTY -> Kind.OPERATOR;
      case ATTR -> Kind.FIELD;
    }).orElseGet(() -> Names.OPERATORS.contains(Names.operator(token.value())) ? Kind.OPERATOR : field(token.value())));
  }

  private Kind field(String name) {
    return FieldReader.named(name, dialect).filter(field -> FieldReader.hasMeaning(field, dialect)).isPresent()
        ? Kind.FIELD
        : Kind.ERROR;
  }

  private static boolean isSign(String sign) {
    return ASSIGNMENTS.contains(sign) || !Names.operator(sign).equals(sign) || Habits.keyword(sign).isPresent();
  }

  private void quoted(Token token) {
    int from = token.from();
    int at = from + 1;
    int last = token.to() - 1;
    while (sets && at < last) {
      int to = placeholderEnd(at, last);
      if (to > at) {
        add(from, at, Kind.STRING);
        add(at, to, Kind.PLACEHOLDER);
        from = to;
        at = to;
      } else {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
    }
    add(from, token.to(), Kind.STRING);
  }

  private int placeholderEnd(int at, int last) {
    if (text.charAt(at) != '$') {
      return at;
    }
    if (text.charAt(at + 1) == '{') {
      int close = text.indexOf('}', at);
      return close >= 0 && close < last ? close + 1 : at;
    }
    int to = at + 1;
    while (to < last && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    return to > at + 1 ? to : at;
  }

  private void add(Token token, Kind kind) {
    add(token.from(), token.to(), kind);
  }

  private void add(int from, int to, Kind kind) {
    if (from < to) {
      spans.add(new Span(from, to, kind));
    }
  }
}
