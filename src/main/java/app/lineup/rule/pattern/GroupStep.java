package app.lineup.rule.pattern;

import org.jspecify.annotations.Nullable;

/// The beginning or the end of a group that catches. Immutable, thread-safe.
abstract class GroupStep extends PatternInstruction {

  final int number;
  final PatternInstruction next;

  private GroupStep(int number, PatternInstruction next) {
    this.number = number;
    this.next = next;
  }

  @Override
  @Nullable ByteSet first() {
    return next.first();
  }

  @Override
  boolean beginsBetween() {
    return next.beginsBetween();
  }

  /// The opening parenthesis.
  static final class Open extends GroupStep {

    Open(int number, PatternInstruction next) {
      super(number, next);
    }

    @Override
    boolean matches(ByteRun run, int at) {
      int before = run.opened[number];
      run.opened[number] = at;
      if (next.matches(run, at)) {
        return true;
      }
      run.opened[number] = before;
      return false;
    }
  }

  /// The closing parenthesis.
  static final class Close extends GroupStep {

    Close(int number, PatternInstruction next) {
      super(number, next);
    }

    @Override
    boolean matches(ByteRun run, int at) {
      int[] groups = run.groups;
      int from = groups[2 * number];
      int to = groups[2 * number + 1];
      groups[2 * number] = run.opened[number];
      groups[2 * number + 1] = at;
      if (next.matches(run, at)) {
        return true;
      }
      groups[2 * number] = from;
      groups[2 * number + 1] = to;
      return false;
    }
  }
}
