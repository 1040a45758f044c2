package app.lineup.rule;

/// Compares one text with the value of a comparison, by its bytes where that is exact. Confined to one thread.
interface Comparer {

  /// Whether the bytes of `text` can be asked in place of its string, with the same answer.
  boolean readsBytes(FieldText text);

  /// Asks the bytes `[from, to)` of `text`.
  boolean inBytes(FieldText text, int from, int to);

  /// Asks a string.
  boolean inString(String text);
}
