package app.lineup.rule.syntax;

import app.lineup.model.Field;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The tokens of one rule and how far they were read. Not thread-safe; used by one thread.
final class Tokens {

  private final String text;
  private final Dialect dialect;
  private final Clock clock;
  private final List<Token> tokens;
  private final Expectations wanted = new Expectations();
  private int at;

  /// @param clock says what `@time:now` is
  /// @throws RuleSyntaxException if a quote is never closed
  Tokens(String text, Dialect dialect, Clock clock) {
    this.text = text;
    this.dialect = dialect;
    this.clock = clock;
    this.tokens = Lexer.tokens(text);
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.UNCLOSED) {
        throw new RuleSyntaxException(text, token.from(), token.from() + 1, "an opening quote that is never closed",
            "a closing " + token.value().charAt(0) + " on the same line", "");
      }
    }
  }

  String text() {
    return text;
  }

  Dialect dialect() {
    return dialect;
  }

  Clock clock() {
    return clock;
  }

  /// What was asked for at the end of the text.
  Expectations wanted() {
    return wanted;
  }

  Token peek() {
    return tokens.get(at);
  }

  /// The token after the next one.
  Token peekBehind() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  /// Whether one of the words stands anywhere from here on.
  boolean goesOnWith(Keyword... words) {
    return tokens.subList(at, tokens.size()).stream().anyMatch(token -> Stream.of(words).anyMatch(token::is));
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /// Reads a token; the end is never passed.
  Token take() {
    Token token = peek();
    at += token.kind() == Token.Kind.END ? 0 : 1;
    return token;
  }

  /// Reads the next token where it is of that kind.
  ///
  /// @param written how it is written, for completion
  boolean skip(Token.Kind kind, String written) {
    want(written);
    boolean fits = peek().kind() == kind;
    at += fits ? 1 : 0;
    return fits;
  }

  /// Reads the next token where it is that word.
  boolean skip(Keyword keyword) {
    boolean fits = is(keyword);
    at += fits ? 1 : 0;
    return fits;
  }

  /// Whether the next token is that word.
  boolean is(Keyword keyword) {
    want(keyword.written());
    return peek().is(keyword);
  }

  /// Whether the next token is an opening parenthesis.
  boolean isOpening() {
    want("(");
    return peek().kind() == Token.Kind.OPENING;
  }

  /// The index after the last token that was read.
  int readTo() {
    return at == 0 ? 0 : tokens.get(at - 1).to();
  }

  /// The mistake that the next token is, with the nearest of `names` as suggestion.
  RuleSyntaxException unexpected(String expected, List<String> names) {
    return unexpected(peek(), expected, names);
  }

  RuleSyntaxException unexpected(Token token, String expected, List<String> names) {
    if (token.kind() == Token.Kind.END) {
      names.forEach(wanted::word);
    }
    boolean named = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SIGN;
    return mistake(token, expected, named ? Names.nearest(token.value(), names) : "");
  }

  RuleSyntaxException mistake(Token token, String expected, String suggestion) {
    return new RuleSyntaxException(text, token.from(), token.to(), token.described(), expected, suggestion);
  }

  /// A text to compare `field` with.
  Token takeText(Field field) {
    if (atEnd()) {
      wanted.valueToCompare(field);
    }
    return takeText();
  }

  /// A text in quotes or a number; says what to do where the quotes were forgotten.
  Token takeText() {
    Token token = peek();
    if (token.isText()) {
      return take();
    }
    boolean word = token.kind() == Token.Kind.WORD;
    boolean field = word && Vocabulary.field(token.value()).isPresent();
    String quoted = field ? "\"${" + token.value().toLowerCase(Locale.ROOT) + "}\"" : "\"" + token.value() + "\"";
    boolean curly = "“”„‘’«»".contains(token.value()) && token.kind() == Token.Kind.OTHER;
    throw mistake(token, "a text in quotes", curly ? "\"" : word ? quoted : "");
  }

  private void want(String word) {
    if (atEnd()) {
      wanted.word(word);
    }
  }
}
