package app.lineup.rule.pattern;

import app.lineup.rule.RuleFailedException;

/// A pattern, or a text being put together, that had to be stopped. Becomes a [RuleFailedException] where the rule and
/// the channel are known.
public final class PatternFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PatternFailure(String reason) {
    super(reason, null, false, false);
  }

  static PatternFailure tooManySteps() {
    return new PatternFailure("a pattern took more than " + BudgetedText.STEPS + " steps");
  }

  /// The pattern nests too deeply: the stack is full.
  public static PatternFailure tooDeep() {
    return new PatternFailure("a pattern nests too deeply for this text");
  }

  /// What would be written is too long.
  public static PatternFailure tooLong(int mostBytes) {
    return new PatternFailure("a text would have more than " + mostBytes + " bytes");
  }

  /// What happened, in words for the user.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
