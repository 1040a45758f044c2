package app.lineup.rule;

import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Patterns;
import java.util.regex.Pattern;

/// Which `java.util.regex` pattern a `matches` means, for tests of other rooms. Thread-safe: no state.
public final class PatternDialect {

  private PatternDialect() {}

  /// The pattern; for one that ignores accents, what it is looked for in has to be without them.
  public static Pattern compile(String pattern, ComparisonOptions likeness) {
    return Patterns.compile(pattern, likeness);
  }
}
