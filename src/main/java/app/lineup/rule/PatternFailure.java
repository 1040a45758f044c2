package app.lineup.rule;

/// A pattern, or a text being put together, that had to be stopped. Becomes a [RuleFailedException] where the rule and the channel are known.
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

  static PatternFailure tooLong() {
    return new PatternFailure("a text would have more than " + TextBuilder.MOST_BYTES + " bytes");
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
