package app.lineup.model;

import app.lineup.model.secret.TextMask;

/// Hides what must never be seen: logins, tokens, headers. The one place for it: whatever is printed, logged, shown,
/// reported or exported for others goes through here. Thread-safe.
///
/// It looks at what an address is made of. Of the login nothing stays; of parameters, fragment and headers only what is
/// known to be harmless; of the path what does not look random and does not stand where panels put logins. Host, file
/// and the id of the stream stay readable. In doubt it hides more than it must. What was masked before stays as it is.
public final class Secrets {

  /// What stands in place of a credential.
  public static final String HIDDEN = TextMask.HIDDEN;

  private Secrets() {}

  /// Any text: a message, a stack trace, a rule, lines of a playlist.
  public static String mask(String text) {
    return TextMask.of(text);
  }

  /// A text that is one address, so that blanks and quotes are part of it.
  public static String maskAddress(String address) {
    return TextMask.ofAddress(address);
  }

  /// The value of a field, an attribute, a header, as its name asks for.
  public static String maskValue(String name, String value) {
    return name.equals(KnownField.STREAM_URL.ruleName()) ? TextMask.ofAddress(value) : TextMask.ofValue(name, value);
  }

  /// A rule as others may have it: masked where a login is in it, else to the letter, since it is to work.
  public static String maskRule(String rule) {
    return areIn(rule) ? mask(rule) : rule;
  }

  /// Whether `text` holds a credential, rather than something that only looks as if it might be one.
  public static boolean areIn(String text) {
    return TextMask.findsLogin(text);
  }
}
