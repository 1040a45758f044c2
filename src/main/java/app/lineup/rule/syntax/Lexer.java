package app.lineup.rule.syntax;

import app.lineup.rule.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a rule's text into tokens. Not thread-safe; used by one thread, once.
public final class Lexer {

  /// Longest first, so that the first that fits is the right one. Some are no sign of the language; they are read
  /// whole so that the message names what was typed.
  private static final List<String> SIGNS = List.of(
      "===", "==", "!=", "=~", "!~", ">=", "<=", "<>", "?=", "+=", "-=", "&&", "||", "=", ">", "<", "!", "~", "&", "|");

  /// A place to be filled in that has quotes of its own, in a text in double quotes.
  private static final Pattern REPLACING = Pattern.compile(
      "\\$\\{[^{}\"\n]*(?:\\|\\s*replace\\s*:\\s*\"[^\"\\\\\n]*\"\\s*:\\s*\"[^\"\\\\\n]*\"[^{}\"\n]*)+\\}");

  /// What is added to a moment, with blanks.
  private static final Pattern STEPS = Pattern.compile("(?:\\s*[+-]\\s*\\d{1,9}[smhdwSMHDW]?(?![\\w.]))+");

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// The tokens of `text`, the last one an [Kind#END].
  public static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != Kind.END);
    return tokens;
  }

  private Token next() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Kind.END, "", at, at);
    }
    char c = text.charAt(at);
    int number = Numerals.end(text, at);
    if (number > at && (number == text.length() || !isWordPart(text.charAt(number)) && !isInnerHyphen(number))) {
      return taken(Kind.NUMBER, number);
    }
    if (isWordPart(c)) {
      return word();
    }
    return switch (c) {
      case '"', '\'' -> quoted(c);
      case '(' -> taken(Kind.OPENING, at + 1);
      case ')' -> taken(Kind.CLOSING, at + 1);
      case ',' -> taken(Kind.COMMA, at + 1);
      case '@' -> value();
      case '$' -> filled();
      default -> sign();
    };
  }

  private Token word() {
    int to = at + 1;
    while (to < text.length() && (isWordPart(text.charAt(to)) || isInnerHyphen(to))) {
      to++;
    }
    return taken(Kind.WORD, to);
  }

  private Token quoted(char quote) {
    int from = at;
    int to = from + 1;
    while (to < text.length() && text.charAt(to) != quote && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
      boolean escape = quote == '"' && text.charAt(to) == '\\' && to + 1 < text.length()
          && (text.charAt(to + 1) == '"' || text.charAt(to + 1) == '\\');
      int filled = quote == '"' && text.startsWith("${", to) ? replacingEnd(to) : to;
      to = filled > to ? filled : to + (escape ? 2 : 1);
    }
    if (to >= text.length() || text.charAt(to) != quote) {
      return taken(Kind.UNCLOSED, Math.min(to, text.length()));
    }
    at = to + 1;
    return new Token(quote == '"' ? Kind.QUOTED : Kind.PLAIN, text.substring(from + 1, to), from, at);
  }

  /// Behind a place to be filled in that has quotes of its own; `from` where there is none.
  private int replacingEnd(int from) {
    Matcher replacing = REPLACING.matcher(text).region(from, text.length());
    return replacing.lookingAt() ? replacing.end() : from;
  }

  private Token sign() {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return taken(Kind.SIGN, at + sign.length());
      }
    }
    return taken(Kind.OTHER, at + Character.charCount(text.codePointAt(at)));
  }

  /// Up to a space or a quote; an address has commas and parentheses of its own, but none at its end.
  private Token value() {
    int to = at + 1;
    while (to < text.length() && !isSpace(text.charAt(to)) && "\"'".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    while (to > at + 1 && ",)".indexOf(text.charAt(to - 1)) >= 0 && !text.startsWith("()", to - 2)) {
      to--;
    }
    Matcher steps = STEPS.matcher(text).region(to, text.length());
    boolean goesOn = text.regionMatches(true, at, "@time:", 0, "@time:".length()) && steps.lookingAt();
    return taken(Kind.VALUE, goesOn ? steps.end() : to);
  }

  private Token filled() {
    int to = at + 1;
    while (to < text.length() && isWordPart(text.charAt(to))) {
      to++;
    }
    return taken(to == at + 1 ? Kind.OTHER : Kind.FILLED, to);
  }

  private Token taken(Kind kind, int to) {
    Token token = new Token(kind, text.substring(at, to), at, to);
    at = to;
    return token;
  }

  private boolean isInnerHyphen(int i) {
    return text.charAt(i) == '-' && i + 1 < text.length() && isWordPart(text.charAt(i + 1));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
