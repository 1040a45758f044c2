package app.lineup.rule.syntax;

/// A word of a rule. Immutable.
///
/// @param value the word as it stands; for a [Kind#QUOTED] and a [Kind#PLAIN] what is between its quotes
/// @param from  the index of its first character in the rule's text
/// @param to    the index after its last one
public record Token(Kind kind, String value, int from, int to) {

  /// What a token is.
  public enum Kind {
    /// Letters, digits, `_`, and `-` between them.
    WORD,
    /// Digits with or without a sign and a decimal point.
    NUMBER,
    /// A value that begins with `@`.
    VALUE,
    /// `$1` or `$name` without quotes.
    FILLED,
    /// An operator or assignment made of signs.
    SIGN,
    /// `"text"`; the value still has its escapes.
    QUOTED,
    /// `'text'`, taken as it stands.
    PLAIN,
    /// A quote that is never closed, to the end of its line.
    UNCLOSED,
    OPENING,
    CLOSING,
    COMMA,
    /// Anything that has no place in a rule.
    OTHER,
    END
  }

  /// Whether it is this word, in capitals or not.
  public boolean is(Keyword keyword) {
    return kind == Kind.WORD && keyword.name().equalsIgnoreCase(value)
        || kind == Kind.SIGN && Habits.keyword(value).filter(meant -> meant == keyword).isPresent();
  }

  boolean isText() {
    return kind == Kind.QUOTED || kind == Kind.PLAIN || kind == Kind.NUMBER;
  }

  /// The text between the quotes with `\"` and `\\` resolved; every other backslash stays, it may belong to a pattern.
  String text() {
    if (kind != Kind.QUOTED || value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      i += isEscape(i) ? 1 : 0;
      text.append(value.charAt(i));
    }
    return text.toString();
  }

  /// Where the character `index` of [#text] stands in the rule's text.
  int placeOf(int index) {
    int at = 0;
    for (int i = 0; i < index && at < value.length(); i++) {
      at += kind == Kind.QUOTED && isEscape(at) ? 2 : 1;
    }
    return from + (kind == Kind.NUMBER ? 0 : 1) + at;
  }

  private boolean isEscape(int at) {
    return value.charAt(at) == '\\' && at + 1 < value.length()
        && (value.charAt(at + 1) == '"' || value.charAt(at + 1) == '\\');
  }

  /// The token in words, for messages.
  String described() {
    return switch (kind) {
      case END -> "the end of the text";
      case WORD, NUMBER, VALUE, FILLED, SIGN, OPENING, CLOSING, COMMA, UNCLOSED, OTHER -> "`" + shortened(value) + "`";
      case QUOTED -> "\"" + shortened(value) + "\"";
      case PLAIN -> "'" + shortened(value) + "'";
    };
  }

  private static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }
}
