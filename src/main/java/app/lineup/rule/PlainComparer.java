package app.lineup.rule;

import app.lineup.model.KnownField;
import app.lineup.rule.pattern.Needle;
import app.lineup.rule.pattern.NonAsciiHazard;
import app.lineup.rule.syntax.CaseFold;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.TextOperator;
import org.jspecify.annotations.Nullable;

/// Compares with a plain text: is it, holds it, begins or ends with it. Immutable.
final class PlainComparer implements Comparer {

  private final TextOperator operator;
  private final ComparisonOptions likeness;
  private final boolean caseSensitive;
  private final String wanted;
  private final @Nullable Needle needle;

  /// @param operator another than [TextOperator#MATCHES]
  PlainComparer(TextOperator operator, String value, ComparisonOptions likeness) {
    this.operator = operator;
    this.likeness = likeness;
    this.caseSensitive = likeness.caseSensitive();
    this.wanted = likeness.fold(value);
    this.needle = Needle.of(value, likeness).orElse(null);
  }

  @Override
  public boolean readsBytes(FieldText text) {
    boolean stringIsQuick = caseSensitive || (operator != TextOperator.CONTAINS && needle != null);
    if (stringIsQuick && !text.inBytes()) {
      return false;
    }
    return switch (text.form()) {
      case ASCII -> true;
      case UTF_8, SINGLE_BYTE -> needle != null && !likeness.ignoresAccents()
          && (caseSensitive || (text.oddities() & NonAsciiHazard.CASE) == 0);
      case NONE -> false;
    };
  }

  @Override
  public boolean inBytes(FieldText text, int from, int to) {
    Needle n = needle;
    if (n == null) {
      return false; // Folded, it has a letter outside ASCII, and an ASCII text never has one.
    }
    byte[] bytes = text.bytes();
    return switch (operator) {
      case CONTAINS -> n.isIn(bytes, from, to);
      case EQUALS -> n.is(bytes, from, to);
      case STARTS_WITH -> n.begins(bytes, from, to);
      case ENDS_WITH -> n.ends(bytes, from, to);
      case MATCHES -> throw new IllegalStateException("a pattern is no plain text");
    };
  }

  @Override
  public @Nullable Gate gate(KnownField field) {
    Needle n = needle;
    return n == null || likeness.ignoresAccents() ? null
        : new Gate.Bytes(field, new Gate.Plain(operator, n), n.meetsOddLetters() ? NonAsciiHazard.CASE : 0);
  }

  @Override
  public boolean inString(String text) {
    if (!caseSensitive && differsAtEdge(text)) {
      return false;
    }
    String compared = likeness.fold(text);
    return switch (operator) {
      case CONTAINS -> compared.contains(wanted);
      case EQUALS -> compared.equals(wanted);
      case STARTS_WITH -> compared.startsWith(wanted);
      case ENDS_WITH -> compared.endsWith(wanted);
      case MATCHES -> throw new IllegalStateException("a pattern is no plain text");
    };
  }

  /// Whether one letter is enough to say no: most texts begin, or end, with another one.
  private boolean differsAtEdge(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return switch (operator) {
      case CONTAINS, MATCHES -> false;
      case EQUALS, STARTS_WITH -> first < 0x80 && CaseFold.fold((byte) first) != wanted.charAt(0);
      case ENDS_WITH -> last < 0x80 && CaseFold.fold((byte) last) != wanted.charAt(wanted.length() - 1);
    };
  }
}
