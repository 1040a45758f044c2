package app.lineup.rule;

import app.lineup.rule.syntax.Form;

/// Whether a field has no text, or white space alone. Not thread-safe; used by one thread.
final class EmptyCheck implements Check {

  private final FieldText text;
  private final boolean negated;

  EmptyCheck(FieldText text, boolean negated) {
    this.text = text;
    this.negated = negated;
  }

  @Override
  public boolean holds() {
    return isBlank(text) != negated;
  }

  /// All white space outside ASCII is from U+1680 to U+3000.
  private static boolean mayBeginSpace(byte first, Form form) {
    return form != Form.SINGLE_BYTE && (first & 0xFF) >= 0xE1 && (first & 0xFF) <= 0xE3;
  }

  static boolean isBlank(FieldText text) {
    if (text.inBytes()) {
      byte first = text.bytes()[text.from()];
      if (first > ' ' || first < 0 && !mayBeginSpace(first, text.form())) {
        return false;
      }
    }
    return text.text().isBlank();
  }
}
