package app.lineup.rule.pattern;

/// A text that a matcher may look at only so often. Not thread-safe; used by one thread, again for text after text.
///
/// A count, not a clock, so that the same lineup always gives the same answer.
public final class BudgetedText implements CharSequence {

  /// Characters looked at for one pattern and one text; honest patterns need some dozens.
  static final int STEPS = 1_000_000;

  private String text = "";
  private int left;

  /// Begins a new text with a full budget.
  public void begin(String newText) {
    text = newText;
    left = STEPS;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw PatternFailure.tooManySteps();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
