package app.lineup.rule.editor;

/// Guesses whether a pattern was written by somebody who meant its characters as they stand: `BBC (HD)`, `Canal+`,
/// `|UK| News`, `[4K]`, `CNN.us`. Thread-safe: no state.
///
/// It would rather stay silent than be wrong: one sign that only makes sense in a pattern, and nothing is guessed.
final class LiteralIntent {

  private static final String IGNORES_CASE = "(?i)";
  private static final String KNOWING = "\\^$*?{}";
  private static final String SPECIAL = "\\^$*?{}.+()[]|";

  private final String pattern;
  private boolean suspicious;

  private LiteralIntent(String pattern) {
    this.pattern = pattern;
  }

  /// The text that a pattern asks for, as it was probably meant; the case is ignored by `matches` itself.
  static String text(String pattern) {
    return pattern.startsWith(IGNORES_CASE) ? pattern.substring(IGNORES_CASE.length()) : pattern;
  }

  /// The pattern that asks for `text` as it stands.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      escaped.append(SPECIAL.indexOf(text.charAt(i)) >= 0 ? "\\" : "").append(text.charAt(i));
    }
    return escaped.toString();
  }

  /// @param catches whether the rule uses what groups have caught
  static boolean probably(String pattern, boolean catches) {
    String text = text(pattern);
    boolean groups = catches && text.indexOf('(') >= 0;
    return !groups && new LiteralIntent(text).probably();
  }

  private boolean probably() {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean explained = switch (c) {
        case '.' -> isDotInText(i);
        case '+' -> isPlusInName(i);
        case '(', ')' -> isBareGroup(i);
        case '|' -> isBar(i);
        case '[' -> isTag(i);
        default -> KNOWING.indexOf(c) < 0;
      };
      if (!explained) {
        return false;
      }
      suspicious |= SPECIAL.indexOf(c) >= 0;
    }
    return suspicious;
  }

  /// `CNN.us`, `5.1`, `U.S. News`, but not `S..E..` nor `a.`+`+`.
  private boolean isDotInText(int at) {
    return isWord(at - 1) && (isWord(at + 1) || isEdge(at + 1));
  }

  /// `Canal+`, `Canal+ Sport`, `C++`, `(18+)`: one letter several times is no name that anybody looks for.
  private boolean isPlusInName(int at) {
    int before = charAt(at - 1) == '+' ? at - 2 : at - 1;
    int after = charAt(at + 1) == '+' ? at + 2 : at + 1;
    boolean ofAge = Character.isDigit(charAt(before)) && charAt(after) == ')';
    return isWord(before) && (ofAge || isEdge(after) || Character.isDigit(charAt(after)));
  }

  /// `BBC (HD)`: nobody asks for what it catches, nor how often it comes.
  private boolean isBareGroup(int at) {
    if (charAt(at) == ')') {
      return charAt(at + 1) != '+';
    }
    int end = pattern.indexOf(')', at);
    String inside = pattern.substring(at + 1, end);
    return !inside.isEmpty() && inside.indexOf('|') < 0 && inside.indexOf('(') < 0;
  }

  /// `|UK| News`, `DE | Drama`: as a pattern the first is true for every text, and alternatives have no spaces around.
  private boolean isBar(int at) {
    boolean outermost = at == 0 || at == pattern.length() - 1 || pattern.startsWith("|") || pattern.endsWith("|");
    return outermost || charAt(at - 1) == ' ' && charAt(at + 1) == ' ';
  }

  /// `[HD]`, `[4K] News`: a tag that stands alone, of letters that are no list of choices like `[AB]`, `[12]`, `[sS]`.
  private boolean isTag(int at) {
    int end = pattern.indexOf(']', at);
    String inside = pattern.substring(at + 1, Math.max(at + 1, end));
    boolean letters = inside.length() > 1 && inside.chars()
        .allMatch(c -> Character.isLetterOrDigit(c) && !Character.isLowerCase(c))
        && inside.chars().anyMatch(Character::isLetter);
    return letters && !isRow(inside) && isEdge(at - 1) && isEdge(end + 1);
  }

  /// Whether each letter follows the one before it in the alphabet.
  private static boolean isRow(String letters) {
    for (int i = 1; i < letters.length(); i++) {
      if (letters.charAt(i) != letters.charAt(i - 1) + 1) {
        return false;
      }
    }
    return true;
  }

  private boolean isWord(int at) {
    return at >= 0 && at < pattern.length() && Character.isLetterOrDigit(pattern.charAt(at));
  }

  private boolean isEdge(int at) {
    return at < 0 || at >= pattern.length() || pattern.charAt(at) == ' ';
  }

  private char charAt(int at) {
    return at < 0 || at >= pattern.length() ? ' ' : pattern.charAt(at);
  }
}
