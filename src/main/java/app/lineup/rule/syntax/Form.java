package app.lineup.rule.syntax;

/// In what form a field's bytes stand for its text.
public enum Form {
  /// All below 0x80: a byte is a character.
  ASCII,
  /// UTF-8 with something outside ASCII.
  UTF_8,
  /// A charset of one byte a character, of which some are outside ASCII.
  SINGLE_BYTE,
  /// There are no bytes that stand for the text exactly; only the text counts.
  NONE
}
