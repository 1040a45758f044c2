package app.lineup.rule.syntax;

import app.lineup.model.NearestName;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the values that begin with `@`. Thread-safe: no state.
final class SpecialValue {

  private static final String TIME = "@time:";
  private static final String LOGO = "@logo:";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private SpecialValue() {}

  /// Whether it is such a value, in quotes too: nobody means the text.
  static boolean is(Token token) {
    boolean quoted = token.kind() == Token.Kind.QUOTED || token.kind() == Token.Kind.PLAIN;
    return token.kind() == Token.Kind.VALUE || quoted && (startsWith(token, TIME) || startsWith(token, LOGO));
  }

  /// Whether it is to be compared as a moment; every `@` without quotes is.
  static boolean isMoment(Token token) {
    return token.kind() == Token.Kind.VALUE || is(token) && startsWith(token, TIME);
  }

  /// As it is written without quotes.
  static String written(Token token) {
    return BLANKS.matcher(token.text()).replaceAll("");
  }

  /// A `@time:…`.
  static Instant moment(Tokens tokens) {
    Token value = tokens.peek();
    if (!startsWith(value, TIME)) {
      throw tokens.mistake(value, TIME + " and a moment", NearestName.to(value.value(), List.of("@time:now")));
    }
    String written = value.text().substring(TIME.length()).strip();
    Optional<Instant> at = Moments.written(written, tokens.clock());
    if (at.isEmpty()) {
      String nearest = NearestName.to(written, List.of("now", "today", "tomorrow", "yesterday"));
      throw tokens.mistake(value, TIME + " and " + Moments.EXPECTED, nearest.isEmpty() ? "" : TIME + nearest);
    }
    tokens.take();
    return at.get();
  }

  /// What a value stands for where it is set: a moment as it is shown, or a logo's address.
  ///
  /// @param logo whether it is for a logo
  static String textToSet(Tokens tokens, boolean logo) {
    Token value = tokens.peek();
    if (!startsWith(value, LOGO)) {
      return Moments.shown(moment(tokens), tokens.clock().getZone());
    }
    if (!logo) {
      throw tokens.mistake(value, "a text in quotes; @logo: is for tvg_logo alone", "");
    }
    String written = value.text().substring(LOGO.length()).strip();
    boolean none = written.equalsIgnoreCase("none");
    if (!none && !isWebAddress(written)) {
      throw tokens.mistake(value, "@logo: and a web address (https://…), or @logo:none", "");
    }
    tokens.take();
    return none ? "" : written;
  }

  private static boolean startsWith(Token value, String prefix) {
    return value.value().regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
