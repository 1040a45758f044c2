package app.lineup.rule;

import org.jspecify.annotations.Nullable;

/// A comparison that is only asked where the literals that it needs were found. Not thread-safe; used by one thread.
final class LiteralCheck implements Check {

  private final LiteralPass pass;
  private final int bit;
  private final Check comparison;
  private final boolean negated;

  /// @param negated whether `comparison` says the opposite
  LiteralCheck(LiteralPass pass, int bit, Check comparison, boolean negated) {
    this.pass = pass;
    this.bit = bit;
    this.comparison = comparison;
    this.negated = negated;
  }

  @Override
  public @Nullable Gate gate() {
    return negated ? null : new Gate.Literals(pass, bit);
  }

  @Override
  public boolean holds() {
    return pass.admits(bit) ? comparison.holds() : negated;
  }
}
