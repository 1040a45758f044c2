package app.lineup.rule;

import org.jspecify.annotations.Nullable;

/// A pattern whose groups may be used where it is true. Not thread-safe; used by one thread.
final class CatchingCheck implements Check {

  private final Check comparison;
  private final PatternComparer pattern;
  private final Captures captures;

  CatchingCheck(Check comparison, PatternComparer pattern, Captures captures) {
    this.comparison = comparison;
    this.pattern = pattern;
    this.captures = captures;
  }

  @Override
  public @Nullable Gate gate() {
    return comparison.gate();
  }

  @Override
  public boolean holds() {
    boolean found = comparison.holds();
    if (found) {
      captures.add(pattern);
    }
    return found;
  }
}
