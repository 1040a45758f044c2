package app.lineup.rule.editor;

/// A stretch of a rule's text and what it is, for colouring. Immutable.
///
/// @param from the index of its first character
/// @param to   the index after its last one
public record Span(int from, int to, Kind kind) {

  /// What a stretch of text is.
  public enum Kind {
    FIELD,
    /// What compares or assigns: a word or a sign.
    OPERATOR,
    KEYWORD,
    /// A text in quotes, quotes included.
    STRING,
    /// What is filled in inside a text in quotes: `$1`, `${name}`.
    PLACEHOLDER,
    NUMBER,
    /// A value that begins with `@`.
    VALUE,
    PARENTHESIS,
    COMMA,
    /// What has no place in the language: an unknown word or sign, a quote that is never closed.
    ERROR
  }
}
