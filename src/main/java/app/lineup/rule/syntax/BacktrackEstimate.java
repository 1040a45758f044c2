package app.lineup.rule.syntax;

import app.lineup.rule.pattern.BudgetedText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reckons how many ways a pattern has to go on without looking at a character: `(a?)?` has two, thirty of them in a
/// row have a milliard. A [BudgetedText] counts looks, and would never hear of these. Not thread-safe; used by one
/// thread, once.
///
/// An estimate from the pattern's text that is rather too high than too low.
final class BacktrackEstimate {

  /// A dozen optional parts of optional parts, which nobody writes by hand.
  static final long MOST = 4_096;
  private static final long CAP = 1L << 31;
  private static final int MAX_COUNT_DIGITS = 8;
  private static final Pattern COMMENTS = Pattern.compile("\\(\\?[a-zA-Z]*x");
  private static final int MOST_COMMENTED = 12;

  private final String pattern;
  private int at;

  private BacktrackEstimate(String pattern) {
    this.pattern = pattern;
  }

  /// What is known of a part.
  ///
  /// @param empty in how many ways it can match nothing
  /// @param worst the most ways in it or through it that look at no character; at least 1
  private record Ways(long empty, long worst) {

    static final Ways CHARACTER = new Ways(0, 1);
    static final Ways PLACE = new Ways(1, 1);

    Ways then(Ways next) {
      return new Ways(capped(empty * next.empty), capped(worst * next.worst));
    }

    Ways or(Ways other) {
      long both = capped(empty + other.empty);
      return new Ways(both, Math.max(both, Math.max(worst, other.worst)));
    }

    /// @param count how often at least or, where there is an end, at most
    Ways times(boolean optional, long count) {
      if (empty == 0) {
        return new Ways(optional ? 1 : 0, worst);
      }
      long all = capped(Math.max(1, count) * (empty + 1));
      return new Ways(all, Math.max(worst, all));
    }

    private static long capped(long ways) {
      return Math.min(ways, CAP);
    }
  }

  /// Whether `pattern`, which `java.util.regex` has accepted, has more than [#MOST].
  static boolean tooMany(String pattern) {
    return COMMENTS.matcher(pattern).find() ? isMuch(pattern) : new BacktrackEstimate(pattern).choice().worst() > MOST;
  }

  /// Where spaces and comments may stand anywhere, nothing is reckoned.
  private static boolean isMuch(String pattern) {
    return pattern.indexOf('{') >= 0 || pattern.chars().filter(c -> "?*|".indexOf(c) >= 0).count() > MOST_COMMENTED;
  }

  private Ways choice() {
    Ways ways = sequence();
    while (skip('|')) {
      ways = ways.or(sequence());
    }
    return ways;
  }

  private Ways sequence() {
    Ways ways = Ways.PLACE;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      ways = ways.then(repeated(atom()));
    }
    return ways;
  }

  private Ways atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> {
        skipClass();
        yield Ways.CHARACTER;
      }
      case '\\' -> escape();
      case '^', '$' -> Ways.PLACE;
      default -> Ways.CHARACTER;
    };
  }

  private Ways group() {
    if (skip('?')) {
      boolean named = pattern.startsWith("<", at) && !pattern.startsWith("<=", at) && !pattern.startsWith("<!", at);
      boolean around = "=!<".indexOf(pattern.charAt(at)) >= 0 && !named;
      at = named ? pattern.indexOf('>', at) + 1 : around || pattern.startsWith(">", at) ? at + 1 : flagsEnd();
      if (around) {
        Ways inside = inside();
        return new Ways(1, Math.max(inside.empty(), inside.worst()));
      }
      if (pattern.charAt(at - 1) == ')') {
        return Ways.PLACE;
      }
    }
    return inside();
  }

  /// Behind the colon or the parenthesis that ends flags.
  private int flagsEnd() {
    int end = at;
    while (end < pattern.length() && pattern.charAt(end) != ':' && pattern.charAt(end) != ')') {
      end++;
    }
    return Math.min(end + 1, pattern.length());
  }

  private Ways inside() {
    Ways inside = choice();
    skip(')');
    return inside;
  }

  private Ways escape() {
    char c = at < pattern.length() ? pattern.charAt(at++) : '\\';
    boolean braced = "pPxNkbu".indexOf(c) >= 0 && at < pattern.length()
        && (pattern.charAt(at) == '{' || pattern.charAt(at) == '<');
    if (braced) {
      int end = pattern.indexOf(pattern.charAt(at) == '{' ? '}' : '>', at);
      at = end < 0 ? pattern.length() : end + 1;
    }
    if (c == 'Q') {
      int end = pattern.indexOf("\\E", at);
      int from = at;
      at = end < 0 ? pattern.length() : end + 2;
      return end == from ? Ways.PLACE : Ways.CHARACTER;
    }
    boolean place = "bBAzZGkE123456789".indexOf(c) >= 0;
    return place ? Ways.PLACE : Ways.CHARACTER;
  }

  private void skipClass() {
    skip('^');
    int first = at;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == ']' && at - 1 > first) {
        return;
      }
      if (c == '[') {
        skipClass();
      } else if (c == '\\' && skip('Q')) {
        int end = pattern.indexOf("\\E", at);
        at = end < 0 ? pattern.length() : end + 2;
      } else if (c == '\\') {
        at++;
      }
    }
  }

  private Ways repeated(Ways part) {
    Ways ways = part;
    for (Ways next = quantified(ways); next != null; next = quantified(ways)) {
      ways = next;
    }
    return ways;
  }

  /// Null where no quantifier follows.
  private @Nullable Ways quantified(Ways part) {
    if (skip('?') || skip('*')) {
      skipGreed();
      return part.times(true, 1);
    }
    if (skip('+')) {
      skipGreed();
      return part.times(false, 1);
    }
    if (!skip('{')) {
      return null;
    }
    long min = number();
    long count = skip(',') && !pattern.startsWith("}", at) ? number() : min;
    skip('}');
    skipGreed();
    return part.times(min == 0, count);
  }

  private void skipGreed() {
    if (!skip('?')) {
      skip('+');
    }
  }

  private long number() {
    int from = at;
    while (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
      at++;
    }
    return at == from ? 0 : at - from > MAX_COUNT_DIGITS ? CAP - 1 : Long.parseLong(pattern, from, at, 10);
  }

  private boolean skip(char expected) {
    boolean fits = at < pattern.length() && pattern.charAt(at) == expected;
    at += fits ? 1 : 0;
    return fits;
  }
}
