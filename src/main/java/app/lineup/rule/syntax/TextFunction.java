package app.lineup.rule.syntax;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a template does to a text before it is filled in: `${channel_name|upper}`. Immutable.
public sealed interface TextFunction {

  /// How they are written, for messages.
  String EXPECTED = "upper, lower, title, trim, slug, url, pad:3, replace:\"a\":\"b\" or number+100";

  /// What becomes of `text`.
  String of(String text);

  /// As it stands in a rule.
  String written();

  /// Those that need nothing but the text.
  enum Plain implements TextFunction {
    /// Capital letters.
    UPPER,
    /// Small letters.
    LOWER,
    /// Each word with one capital letter, its first.
    TITLE,
    /// Without blanks at its ends.
    TRIM,
    /// For a part of an address: small letters without accents and digits, `-` between words.
    SLUG,
    /// For an address: all but letters, digits and `-._~` of ASCII percent-encoded, as UTF-8.
    URL;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    /// The one of that name, in any case.
    static Optional<TextFunction> named(String name) {
      for (Plain one : values()) {
        if (one.name().equalsIgnoreCase(name)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }

    @Override
    public String of(String text) {
      return switch (this) {
        case UPPER -> text.toUpperCase(Locale.ROOT);
        case LOWER -> text.toLowerCase(Locale.ROOT);
        case TITLE -> title(text);
        case TRIM -> text.strip();
        case SLUG -> ENDS.matcher(NO_WORD.matcher(Accents.fold(text).toLowerCase(Locale.ROOT)).replaceAll("-"))
            .replaceAll("");
        case URL -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
            .replace("%7E", "~");
      };
    }

    private static String title(String text) {
      var title = new StringBuilder(text.length());
      boolean inWord = false;
      for (int i = 0; i < text.length(); ) {
        int c = text.codePointAt(i);
        boolean letter = Character.isLetterOrDigit(c);
        title.appendCodePoint(inWord ? Character.toLowerCase(c) : letter ? Character.toTitleCase(c) : c);
        inWord = letter || inWord && (c == '\'' || c == '’' || Character.getType(c)
            == Character.NON_SPACING_MARK);
        i += Character.charCount(c);
      }
      return title.toString();
    }

    @Override
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Noughts before the text until it has `width` characters.
  record Pad(int width) implements TextFunction {

    /// Wider ones are no numbers of anything.
    static final int WIDEST = 99;

    @Override
    public String of(String text) {
      return "0".repeat(Math.max(0, width - text.codePointCount(0, text.length()))) + text;
    }

    @Override
    public String written() {
      return "pad:" + width;
    }
  }

  /// Every `from`, in that case, becomes `to`.
  ///
  /// @param from not empty; neither has a quote or a backslash
  record Replace(String from, String to) implements TextFunction {

    @Override
    public String of(String text) {
      return text.replace(from, to);
    }

    @Override
    public String written() {
      return "replace:\"" + from + "\":\"" + to + "\"";
    }
  }

  /// A number becomes one that is more or less by so much; other texts stay.
  record Plus(BigDecimal amount) implements TextFunction {

    @Override
    public String of(String text) {
      return Numerals.read(text).map(number -> number.add(amount).toPlainString()).orElse(text);
    }

    @Override
    public String written() {
      return "number" + (amount.signum() < 0 ? "" : "+") + amount.toPlainString();
    }
  }
}
