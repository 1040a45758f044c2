package app.lineup.rule.pattern;

import java.util.Arrays;

/// One pattern's look at one text in bytes, and the groups that it caught. Not thread-safe; used by one thread, again.
public final class ByteRun {

  byte[] bytes = {};
  int from;
  int to;
  /// What is left of the budget of [BudgetedText#STEPS].
  int left;
  /// From and to of each group, −1 for one that took no part.
  public final int[] groups;
  /// Where each group that is open was opened.
  final int[] opened;

  /// @param highest the pattern's highest group
  ByteRun(int highest) {
    groups = new int[2 * (highest + 1)];
    opened = new int[highest + 1];
  }

  void begin(byte[] text, int textFrom, int textTo) {
    bytes = text;
    from = textFrom;
    to = textTo;
    left = BudgetedText.STEPS;
    Arrays.fill(groups, -1);
  }

  /// Takes a step of the budget.
  void step(int cost) {
    left -= cost;
    if (left < 0) {
      throw PatternFailure.tooManySteps();
    }
  }
}
