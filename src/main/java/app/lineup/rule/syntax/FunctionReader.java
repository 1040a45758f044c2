package app.lineup.rule.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the functions behind the name in `${name|upper|pad:3}`. Not thread-safe; used by one thread, once a place.
final class FunctionReader {

  /// A text in quotes; in a text in double quotes these may have a backslash.
  private static final String QUOTED = "(?:\\\\?\"([^\"\\\\\n]*)\\\\?\"|'([^'\"\\\\\n]*)')";
  private static final Pattern FUNCTION = Pattern.compile(
      "\\s*\\|\\s*(?:replace\\s*:\\s*" + QUOTED + "\\s*:\\s*" + QUOTED
      + "|number\\s*:?\\s*([+-])\\s*(\\d{1,20}(?:\\.\\d{1,20})?)|pad\\s*:\\s*(\\d{1,2})|([a-z]+))\\s*(?=[|}])",
      Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<TextFunction> functions = new ArrayList<>();
  private int at;

  /// @param from where the first `|` or the closing brace stands
  FunctionReader(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /// What was read, as far as it could be.
  List<TextFunction> read() {
    Matcher matcher = FUNCTION.matcher(text);
    while (matcher.region(at, text.length()).lookingAt()) {
      Optional<TextFunction> function = function(matcher);
      if (function.isEmpty()) {
        break;
      }
      functions.add(function.get());
      at = matcher.end();
    }
    return functions;
  }

  /// Where it stopped: at the closing brace where all is right.
  int at() {
    return at;
  }

  private static Optional<TextFunction> function(Matcher matcher) {
    if (matcher.group(8) != null) {
      return TextFunction.Plain.named(matcher.group(8));
    }
    if (matcher.group(7) != null) {
      return Optional.of(new TextFunction.Pad(Integer.parseInt(matcher.group(7))));
    }
    if (matcher.group(6) != null) {
      BigDecimal amount = new BigDecimal(matcher.group(6));
      return Optional.of(new TextFunction.Plus(matcher.group(5).equals("-") ? amount.negate() : amount));
    }
    String from = either(matcher, 1);
    return from.isEmpty() ? Optional.empty() : Optional.of(new TextFunction.Replace(from, either(matcher, 3)));
  }

  private static String either(Matcher matcher, int group) {
    return matcher.group(group) == null ? matcher.group(group + 1) : matcher.group(group);
  }
}
