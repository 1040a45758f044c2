package app.lineup.rule.syntax;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Texts that are numbers: digits with or without a sign and a decimal point. Thread-safe: no state.
public final class Numerals {

  /// Longer ones are no numbers that anybody counts with, and reckoning with them costs.
  private static final int MAX_LENGTH = 40;

  private Numerals() {}

  /// The number that `text` is, spaces around it aside.
  public static Optional<BigDecimal> read(String text) {
    return Optional.ofNullable(number(text));
  }

  /// The same text for the same number, however it is written; null where `text` is no number.
  public static @Nullable String canonical(String text) {
    BigDecimal number = number(text);
    return number == null ? null : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static @Nullable BigDecimal number(String text) {
    if (text.isEmpty() || text.charAt(0) > '9' && text.charAt(0) < 0x80 || text.length() > MAX_LENGTH) {
      return null;
    }
    String bare = text.strip();
    return end(bare, 0) == bare.length() && !bare.isEmpty() ? new BigDecimal(bare) : null;
  }

  /// The index after the number that begins at `from`, `from` where none does.
  static int end(String text, int from) {
    int at = from;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int whole = digits(text, at);
    if (whole == at) {
      return from;
    }
    boolean point = whole < text.length() && text.charAt(whole) == '.';
    int fraction = point ? digits(text, whole + 1) : whole;
    return point && fraction == whole + 1 ? whole : fraction;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
