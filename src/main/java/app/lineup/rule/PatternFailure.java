package app.lineup.rule;

/// A pattern that had to be stopped. Becomes a [RuleFailedException] where the rule and the channel are known.
final class PatternFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PatternFailure(String reason) {
    super(reason, null, false, false);
  }

  static PatternFailure tooManySteps() {
    return new PatternFailure("a pattern took more than " + BudgetedText.STEPS + " steps");
  }

  static PatternFailure tooDeep() {
    return new PatternFailure("a pattern nests too deeply for this text");
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
