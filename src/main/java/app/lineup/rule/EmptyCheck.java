package app.lineup.rule;

/// Whether a field has no text, or white space alone. Confined to one thread.
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

  static boolean isBlank(FieldText text) {
    boolean sure = text.inEntry() && text.bytes()[text.from()] > ' ';
    return !sure && text.text().isBlank();
  }
}
