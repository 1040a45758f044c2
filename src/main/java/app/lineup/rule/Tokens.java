package app.lineup.rule;

import java.util.List;
import java.util.Locale;

/// The tokens of one rule and how far they were read. Confined to one thread.
final class Tokens {

  private final String text;
  private final List<Token> tokens;
  private int at;

  Tokens(String text) {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  String text() {
    return text;
  }

  Token peek() {
    return tokens.get(at);
  }

  /// Reads a token; the end is never passed.
  Token take() {
    Token token = peek();
    at += token.kind() == Token.Kind.END ? 0 : 1;
    return token;
  }

  /// Reads the next token where it is of that kind.
  boolean skip(Token.Kind kind) {
    boolean fits = peek().kind() == kind;
    at += fits ? 1 : 0;
    return fits;
  }

  /// Reads the next token where it is that word.
  boolean skip(Keyword keyword) {
    boolean fits = peek().is(keyword);
    at += fits ? 1 : 0;
    return fits;
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
    boolean named = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SIGN;
    return mistake(token, expected, named ? Names.nearest(token.value(), names) : "");
  }

  RuleSyntaxException mistake(Token token, String expected, String suggestion) {
    return new RuleSyntaxException(text, token.from(), token.to(), token.described(), expected, suggestion);
  }

  /// A text in quotes; says what to do where the quotes were forgotten.
  Token takeText() {
    Token token = peek();
    if (token.isText()) {
      return take();
    }
    boolean word = token.kind() == Token.Kind.WORD;
    boolean field = word && Names.field(token.value()).isPresent();
    String quoted = field ? "\"${" + token.value().toLowerCase(Locale.ROOT) + "}\"" : "\"" + token.value() + "\"";
    boolean curly = "“”„‘’«»".contains(token.value()) && token.kind() == Token.Kind.OTHER;
    throw mistake(token, "a text in quotes", curly ? "\"" : word ? quoted : "");
  }
}
