package app.lineup.oracle;

import app.lineup.rule.syntax.TextFunction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the functions of templates make of a text. Thread-safe: no state.
final class PlainFunctions {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}\\p{Mn}'’]*");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

  private PlainFunctions() {}

  static String of(TextFunction function, String text) {
    return switch (function) {
      case TextFunction.Plain plain -> of(plain, text);
      case TextFunction.Pad(int width) -> {
        var padded = new StringBuilder(text);
        while (padded.codePoints().count() < width) {
          padded.insert(0, '0');
        }
        yield padded.toString();
      }
      case TextFunction.Replace(String from, String to) ->
          Arrays.stream(text.split(Pattern.quote(from), -1)).collect(Collectors.joining(to));
      case TextFunction.Plus(BigDecimal amount) -> NUMBER.matcher(text.strip()).matches() && text.length() <= 40
          ? new BigDecimal(text.strip()).add(amount).toPlainString()
          : text;
    };
  }

  private static String of(TextFunction.Plain function, String text) {
    return switch (function) {
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case TITLE -> WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(
          word.group().codePoints().limit(1).map(Character::toTitleCase).mapToObj(Character::toString)
              .collect(Collectors.joining())
          + word.group().codePoints().skip(1).map(Character::toLowerCase).mapToObj(Character::toString)
              .collect(Collectors.joining())));
      case TRIM -> text.strip();
      case SLUG -> Arrays.stream(PlainLetters.withoutAccents(text).text().toLowerCase(Locale.ROOT)
          .split("[^\\p{L}\\p{M}\\p{N}]+")).filter(word -> !word.isEmpty()).collect(Collectors.joining("-"));
      case URL -> {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
          boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
          encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
        }
        yield encoded.toString();
      }
    };
  }
}
