package app.lineup.rule;

import java.util.Random;
import java.util.function.Supplier;

/// Writes rules, conditions and patterns at random, most of them right. Not thread-safe; used by one thread; the same
/// seed writes the same.
public final class RuleGrammar {

  private static final String[] FIELDS = {
    "channel_name", "channel_name", "channel_name", "group_title", "group_title", "tvg_id", "tvg_name", "tvg_logo",
    "tvg_chno",
    "tvg_shift", "stream_url", "source_name", "source_type", "media_type", "attr(\"catchup\")", "attr('x-y')"};
  private static final String[] SETTABLE = {
    "channel_name", "channel_name", "group_title", "tvg_id", "tvg_name", "tvg_chno", "tvg_logo", "attr(\"x-y\")"};
  private static final String[] OPERATORS = {
    "contains", "contains", "equals", "starts_with", "ends_with", "not_contains", "not_equals", "==", "!=",
    "not starts_with",
    "not_ends_with", "CONTAINS"};
  private static final String[] LATER = {
    "tvg_chno greater_than 5", "tvg_chno <= 10.5", "group_title in (\"News\", \"a;b\")",
    "programme_title contains \"x\"",
    "channel_name not_in ('a', 'b')", "source_url >= @time:now", "tvg_chno less_than \"x\""};
  private static final String[] WORDS = {
    "a", "A", "b", "News", "news", "Sport", "HD", "FHD", " HD", "UK", "UK: ", "| ", ";", "a;b", "é", "É", "ß", "ẞ", "İ",
    "ı", "ς", "Σ",
    "\u212A", "ſ", "я", "😀", "e\u0301", "1", "24/7", " ", "  ", "[x]", "(b)", "$1", "+", ".", "\u0085", "\u2028",
    "live", "m3u", "\u00A0"};
  private static final String[] ATOMS = {
    "a", "b", "HD", "news", "(?:HD|SD)", ".", ".*", ".*?", ".+", "\\d", "\\d+", "\\w+", "\\s*", "[A-Z]{2,3}", "[^|]*",
    "[:|-]", "(.*)", "(.+?)", "(\\d+)",
    "(a|b)", "(?<n>.)", "\\b", "^", "$", "é", "\\p{L}", "(?i)", "(?=a)", "(?!b)", "(?<=a)", "\\|", "\\.", "[a-c&&[^b]]",
    "\\Qa.\\E", "(a?)", "(a*)", "|", "\\1",
    "\\x41", "ß", "İ", "k", "s", "i", "\\R", "\\X", "(?>a+)", "\\h", "😀"};
  private static final String[] FUNCTIONS = {
    "upper", "lower", "title", "trim", "slug", "url", "pad:5", "replace:'a':'é'", "number-2"};
  private static final String[] COUNTS = {"", "", "", "", "", "?", "*", "+", "??", "*?", "+?", "++", "{2}", "{1,3}",
      "{0,2}?", "{12}", "{3,}"};

  private final Random random;

  /// Writes what `random` says.
  public RuleGrammar(Random random) {
    this.random = random;
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String some(int most, Supplier<String> part) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      text.append(part.get());
    }
    return text.toString();
  }

  /// A mapping rule.
  public String rule() {
    String condition = random.nextInt(5) == 0 ? "" : condition(2) + " ";
    return condition + (random.nextInt(8) == 0 ? "REMOVE" : "SET " + assignments());
  }

  private String assignments() {
    String first = assignment();
    return random.nextInt(3) == 0 ? first + ", " + assignment() : first;
  }

  private String assignment() {
    return one(SETTABLE) + " " + one("=", "=", "=", "?=", "+=", "-=") + " " + quoted(template());
  }

  private String template() {
    return some(3,
        () -> one("$1", "$0", "${channel_name}", "${group_title}", "${tvg_id}", one(WORDS), one(WORDS), "$2", "${n}",
            "${channel_name|" + one(FUNCTIONS) + "}",
            "${tvg_chno|number+" + "1.5|" + one(FUNCTIONS) + "}", "${1|" + one(FUNCTIONS) + "}"));
  }

  /// What a filter asks.
  public String condition(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(6)) {
      case 1 -> condition(depth - 1) + " AND " + condition(depth - 1);
      case 2 -> condition(depth - 1) + " OR " + condition(depth - 1);
      case 3 -> "NOT " + condition(depth - 1);
      case 4 -> "(" + condition(depth - 1) + ")";
      default -> comparison();
    };
  }

  private String comparison() {
    String sensitive = (random.nextInt(4) == 0 ? " case_sensitive" : "")
        + (random.nextInt(5) == 0 ? " ignore_accents" : "");
    return switch (random.nextInt(12)) {
      case 0 -> one(FIELDS) + one(" is_empty", " not is_empty");
      case 1 -> one(LATER);
      case 2, 3, 4, 5, 6 -> one(FIELDS) + sensitive + " " + one("matches", "=~", "not_matches", "!~") + " "
          + quoted(pattern());
      default -> one(FIELDS) + sensitive + " " + one(OPERATORS) + " " + quoted(some(2, () -> one(WORDS)));
    };
  }

  /// A regular expression, or nearly.
  public String pattern() {
    return some(6, () -> random.nextInt(6) == 0 ? "(" + some(3, this::counted) + ")" + one(COUNTS) : counted());
  }

  private String counted() {
    return one(ATOMS) + one(COUNTS);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /// A text of some words.
  public String text(int words) {
    return words == 0 ? "" : some(words, () -> one(WORDS));
  }

  /// `text` with some places changed: characters gone, doubled, swapped for odd ones.
  public String mutated(String text) {
    var mutated = new StringBuilder(text);
    for (int i = random.nextInt(4) + 1; i > 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      int to = Math.min(mutated.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, to);
        case 1 -> mutated.insert(at, mutated.substring(at, to).repeat(random.nextInt(3) + 1));
        case 2 -> mutated.insert(at, one(
            "\"", "'", "(", ")", "\\", "\0", "\uD83D", "\uDE00", "\n", "$", "${", "@", ",", "=", "NOT ", " AND ",
            "SET ", "\uFEFF", "{", "[", "*", "\u202E",
            "ignore_accents ", "case_sensitive ", "is_empty"));
        default -> mutated.insert(at, (char) random.nextInt(random.nextInt(3) == 0 ? 0x10000 : 0x80));
      }
    }
    return mutated.toString();
  }
}
