package app.lineup.rule.syntax;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Compiles the patterns of `matches` with the flags that the language means. Thread-safe: no state.
public final class Patterns {

  private Patterns() {}

  /// The pattern, made ready to be looked for.
  ///
  /// @throws RuleSyntaxException if this thread's stack is too small for it, though that of the thread was not which
  ///                             checked it
  public static Pattern compile(String pattern, ComparisonOptions likeness) {
    try {
      return Pattern.compile(likeness.patternOf(pattern), flags(likeness));
    } catch (StackOverflowError e) {
      throw new RuleSyntaxException(
          pattern, 0, pattern.length(), "a pattern that nests too deeply", "a simpler regular expression", "");
    }
  }

  /// @throws RuleSyntaxException if `value` is no pattern; its place is the one inside the pattern
  static void check(String ruleText, Token value, ComparisonOptions likeness) {
    try {
      Pattern.compile(likeness.patternOf(value.text()), flags(likeness));
      if (BacktrackEstimate.tooMany(value.text())) {
        throw new RuleSyntaxException(ruleText, value.from(), value.to(),
            "a pattern with so many optional parts inside each other that it would not come to an end",
            "a simpler regular expression", "");
      }
    } catch (PatternSyntaxException e) {
      if (e.getDescription().startsWith("Stack overflow")) {
        throw tooDeep(ruleText, value);
      }
      int at = value.placeOf(Math.clamp(e.getIndex(), 0, value.text().length()));
      throw new RuleSyntaxException(
          ruleText, at, at + 1, "a pattern that is not right: " + e.getDescription(), "a regular expression", "");
    } catch (StackOverflowError e) {
      throw tooDeep(ruleText, value);
    }
  }

  private static int flags(ComparisonOptions likeness) {
    return likeness.caseSensitive() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  }

  private static RuleSyntaxException tooDeep(String ruleText, Token value) {
    return new RuleSyntaxException(ruleText, value.from(), value.to(), "a pattern that nests too deeply",
        "a simpler regular expression", "");
  }
}
