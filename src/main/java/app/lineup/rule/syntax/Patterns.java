package app.lineup.rule.syntax;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Compiles the patterns of `matches` with the flags that the language means: `\b`, `\w`, `\d` and `\s` are those
/// of Unicode. Thread-safe: no state.
public final class Patterns {

  /// A backslash and what it escapes, or a group as other languages name it.
  private static final Pattern ELSEWHERE =
      Pattern.compile("\\\\.|\\(\\?P<([a-zA-Z][a-zA-Z0-9]*)(?=>)|\\(\\?P=([a-zA-Z][a-zA-Z0-9]*)\\)");
  private static final Map<String, String> POSIX_CLASSES = Map.of(
      "digit", "\\d", "alpha", "\\p{Alpha}", "alnum", "\\p{Alnum}", "space", "\\s", "upper", "\\p{Upper}",
      "lower", "\\p{Lower}", "punct", "\\p{Punct}", "blank", "\\h", "word", "\\w", "xdigit", "\\p{XDigit}");
  private static final Pattern POSIX = Pattern.compile("\\[:(" + String.join("|", POSIX_CLASSES.keySet()) + "):\\]");

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

  /// `pattern` with its groups named as Java names them: `(?P<x>` is `(?<x>`, and `(?P=x)` is `\k<x>`.
  static String inJava(String pattern) {
    if (!pattern.contains("(?P")) {
      return pattern;
    }
    return ELSEWHERE.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(
        found.group(1) != null ? "(?<" + found.group(1)
            : found.group(2) != null ? "\\k<" + found.group(2) + ">" : found.group()));
  }

  /// @throws RuleSyntaxException if `value` is no pattern; its place is the one inside the pattern
  static void check(String ruleText, Token value, ComparisonOptions likeness) {
    String pattern = inJava(value.text());
    Matcher posix = POSIX.matcher(pattern);
    if (posix.find()) {
      int at = value.placeOf(value.text().indexOf(posix.group()));
      String name = posix.group(1);
      throw new RuleSyntaxException(ruleText, at, at + posix.group().length(), "`" + posix.group() + "`",
          "a class as Java writes it", POSIX_CLASSES.getOrDefault(name, ""));
    }
    try {
      Pattern.compile(likeness.patternOf(pattern), flags(likeness));
      if (BacktrackEstimate.tooMany(pattern)) {
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
    return Pattern.UNICODE_CHARACTER_CLASS | (likeness.caseSensitive() ? 0 : Pattern.CASE_INSENSITIVE);
  }

  private static RuleSyntaxException tooDeep(String ruleText, Token value) {
    return new RuleSyntaxException(ruleText, value.from(), value.to(), "a pattern that nests too deeply",
        "a simpler regular expression", "");
  }
}
