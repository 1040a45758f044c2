package app.lineup.rule;

import app.lineup.model.KnownField;
import org.jspecify.annotations.Nullable;

/// Compares one text with the value of a comparison, by its bytes where that is exact. Not thread-safe; used by one
/// thread.
interface Comparer {

  /// Whether the bytes of `text` can be asked in place of its string, with the same answer.
  boolean readsBytes(FieldText text);

  /// Asks the bytes `[from, to)` of `text`.
  boolean inBytes(FieldText text, int from, int to);

  /// What says, quicker, that this is false of an entry's field, whole and where it is one text; null where nothing
  /// does.
  default @Nullable Gate gate(KnownField field) {
    return null;
  }

  /// Asks a string.
  boolean inString(String text);
}
