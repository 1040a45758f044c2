package app.lineup.model.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names with values: behind `?`, `#` or `;` of an address, and behind a blank. What is not known to be harmless is
/// hidden. Immutable but for what it puts the text to; used for one address.
///
/// @param out   takes the text
/// @param depth how many addresses this one stands in
record Parameters(Masked out, int depth) {

  private static final Pattern SEPARATOR = Pattern.compile("&amp;|[&;]");
  static final Pattern PLAIN_VALUE =
      Pattern.compile("[01]?|true|false|yes|no|on|off|null|none|\\$?\\{[^}]*\\}|\\[[A-Z_]+\\]|urn:\\S*",
          Pattern.CASE_INSENSITIVE);

  void mask(String query) {
    Matcher separator = SEPARATOR.matcher(query);
    int at = 0;
    while (separator.find()) {
      parameter(query.substring(at, separator.start()));
      out.show(separator.group());
      at = separator.end();
    }
    parameter(query.substring(at));
  }

  void parameter(String text) {
    // A second question mark, as where somebody put an address together.
    int question = text.indexOf('?');
    int equals = text.indexOf('=');
    if (question >= 0 && text.indexOf("://") < 0 && text.indexOf('=', question) > 0) {
      parameter(text.substring(0, question));
      out.show("?");
      parameter(text.substring(question + 1));
    } else if (equals < 0) {
      boolean decoded = text.indexOf('%') >= 0 && !AddressMask.decoded(text).equals(text);
      if (decoded) {
        nested(text);
      } else if (text.isEmpty() || text.startsWith(".") || Words.isHarmlessParameter(text) || Words.isFolder(text)
          || text.length() < 4) {
        out.show(text);
      } else {
        out.hide();
      }
    } else {
      out.show(text, 0, equals + 1);
      String name = AddressMask.decoded(text.substring(0, equals));
      value(name, text.substring(equals + 1), Words.isHarmlessParameter(name));
    }
  }

  /// What a name is given.
  private void value(String name, String value, boolean harmless) {
    if (value.startsWith(Masked.HIDDEN)) {
      alreadyHidden(out, value);
    } else if (PLAIN_VALUE.matcher(value).matches() || harmless && value.length() <= 4) {
      out.show(value);
    } else if (!harmless && Words.isCredential(name)) {
      out.hideLogin();
    } else if (isNested(value)) {
      nested(value);
    } else if (harmless) {
      harmless(value);
    } else {
      out.hide();
    }
  }

  /// A value that is known to be harmless by its name, unless it looks like a token all the same.
  private void harmless(String value) {
    if (Randomness.looksRandom(value)) {
      out.show(Randomness.ends(value));
    } else {
      out.show(value);
    }
  }

  /// A value that went through here before; behind it may stand a text of ours.
  static void alreadyHidden(Masked out, String value) {
    int blank = Masked.HIDDEN.length();
    while (blank < value.length() && !Character.isWhitespace(value.charAt(blank))
        && ":,.)\"".indexOf(value.charAt(blank)) < 0) {
      blank++;
    }
    out.hide().join(TextMask.mask(value.substring(blank)));
  }

  private static boolean isNested(String value) {
    return value.contains("://") || value.indexOf('%') >= 0 && isNested(AddressMask.decoded(value), value);
  }

  private static boolean isNested(String decoded, String value) {
    return !decoded.equals(value) && (decoded.contains("://") || decoded.indexOf('%') >= 0);
  }

  /// An address within this one, percent-encoded or not; shown decoded where something in it had to be hidden.
  private void nested(String value) {
    String plain = AddressMask.decoded(value);
    Masked masked = AddressMask.mask(plain, depth + 1);
    if (masked.toString().equals(plain)) {
      out.show(value);
    } else {
      out.join(masked);
    }
  }

  /// What rtmp players read behind the address: `token=… swfUrl=…`.
  void options(String text, Pattern between) {
    Matcher blank = between.matcher(text);
    int at = 0;
    while (blank.find()) {
      option(text.substring(at, blank.start()));
      out.show(blank.group());
      at = blank.end();
    }
    option(text.substring(at));
  }

  private void option(String text) {
    if (!text.isEmpty()) {
      int equals = text.indexOf('=');
      out.show(text, 0, equals + 1);
      String name = text.substring(0, equals);
      value(name, text.substring(equals + 1), Words.isHarmlessParameter(name));
    }
  }
}
