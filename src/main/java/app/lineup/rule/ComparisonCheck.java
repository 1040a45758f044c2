package app.lineup.rule;

import app.lineup.model.KnownField;
import app.lineup.model.channel.ByteSearch;
import org.jspecify.annotations.Nullable;

/// Asks a [Comparer] about a field; of a `group_title` like `A;B` about the whole and each part. Not thread-safe;
/// used by one thread.
///
/// Spaces and tabs around a part do not count.
final class ComparisonCheck implements Check {

  private final FieldText text;
  private final Comparer comparer;
  private final boolean negated;
  private final boolean inParts;

  ComparisonCheck(FieldText text, Comparer comparer, boolean negated) {
    this.text = text;
    this.comparer = comparer;
    this.negated = negated;
    this.inParts = text.field() == KnownField.GROUP_TITLE;
  }

  @Override
  public boolean holds() {
    return (comparer.readsBytes(text) ? inBytes() : inString()) != negated;
  }

  @Override
  public @Nullable Gate gate() {
    return !negated && !inParts && text.field() instanceof KnownField known ? comparer.gate(known) : null;
  }

  private boolean inBytes() {
    int from = text.from();
    int to = text.to();
    if (comparer.inBytes(text, from, to)) {
      return true;
    }
    if (!inParts) {
      return false;
    }
    byte[] bytes = text.bytes();
    int end = ByteSearch.indexOf(bytes, (byte) ';', from, to);
    if (end == to) {
      return false;
    }
    for (int start = from; start <= to; start = end + 1) {
      end = ByteSearch.indexOf(bytes, (byte) ';', start, to);
      int partTo = end;
      while (start < partTo && isSpace(bytes[start])) {
        start++;
      }
      while (start < partTo && isSpace(bytes[partTo - 1])) {
        partTo--;
      }
      if (comparer.inBytes(text, start, partTo)) {
        return true;
      }
    }
    return false;
  }

  private boolean inString() {
    String whole = text.text();
    if (comparer.inString(whole)) {
      return true;
    }
    if (!inParts || whole.indexOf(';') < 0) {
      return false;
    }
    for (String part : whole.split(";", -1)) {
      if (comparer.inString(trimmed(part))) {
        return true;
      }
    }
    return false;
  }

  private static String trimmed(String part) {
    int from = 0;
    int to = part.length();
    while (from < to && isSpace(part.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(part.charAt(to - 1))) {
      to--;
    }
    return part.substring(from, to);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t';
  }
}
