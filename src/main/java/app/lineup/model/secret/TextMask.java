package app.lineup.model.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Any text: a message, a stack trace, a rule, lines of a playlist. Addresses in it are masked by what they are made
/// of; elsewhere what stands behind the name of a credential is hidden. What was masked before stays as it is. Not
/// thread-safe; used for one line.
public final class TextMask {

  /// What stands in place of a credential.
  public static final String HIDDEN = Masked.HIDDEN;

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}://");
  private static final Pattern PROSE = Pattern.compile("[:.,] | (?=[«“(\"])");
  private static final Pattern MAC = Pattern.compile("(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![:\\w-])");
  private static final Pattern BARE_LOGIN =
      Pattern.compile("(?![A-Za-z]:\\\\)[^\\s\"'@/:=]+:(?!//)[^\\s\"]*@(?=\\w)");
  private static final Pattern LINE_OF_LOGIN =
      Pattern.compile("(?![A-Za-z]:\\\\|#)[^\\s\"'@/:=]+:(?!//|\\s)[^\"]*@(?=\\w[\\w.-]*(?::\\d+)?(?:/|$))");
  private static final Pattern WITHOUT_SCHEME = Pattern.compile(
      "(?://)?(?:[\\w-]+(?:\\.[\\w-]+)+(?::\\d{1,5})?/[^\\s\"<>]+|[\\w./-]+\\?[\\w.-]+=[^\\s\"<>]*"
          + "|/(?:[\\w-]+/)?(?:live|movie|series|timeshift)/[^\\s/\"]+/[^\\s/\"]+/\\d+(?:\\.\\w+)?"
          + "|/(?:[^\\s/\"]*/)*[^\\s/\":]+:[^\\s/\"]+@[^\\s\"<>]*|[\\w.%-]*%3[Aa]%2[Ff]%2[Ff][^\\s\"<>]*)");

  private final String line;
  private final Masked out;
  private final boolean entry;
  private int at;

  private TextMask(String line) {
    this.line = line;
    this.out = new Masked(line.length());
    this.entry = line.startsWith("#EXT");
  }

  /// `text` with what must not be seen replaced by `***`.
  public static String of(String text) {
    return needsNone(text) ? text : mask(text).toString();
  }

  /// Whether a credential is in `text`, rather than something that only may be one.
  public static boolean findsLogin(String text) {
    return !needsNone(text) && mask(text).hasLogin();
  }

  /// The same for what is known to be one address, with whatever blanks and quotes are in it.
  public static String ofAddress(String address) {
    return needsNone(address) && address.indexOf('/') < 0 ? address : AddressMask.mask(address).toString();
  }

  /// The same for the value of something that has a name.
  public static String ofValue(String name, String value) {
    if (value.isEmpty() || value.startsWith(HIDDEN)) {
      return value;
    }
    if (Words.isCredential(name)) {
      return HIDDEN;
    }
    return !NamedValue.isOurs(name) && Randomness.looksRandom(value) ? Randomness.ends(value) : of(value);
  }

  private static boolean needsNone(String text) {
    return text.indexOf('=') < 0 && text.indexOf('@') < 0 && text.indexOf(':') < 0 && text.indexOf('%') < 0
        && text.indexOf('/') < 0 && text.indexOf('"') < 0 && !text.contains("asic ") && !text.contains("earer ");
  }

  static Masked mask(String text) {
    Matcher end = LINE_END.matcher(text);
    var out = new Masked(text.length());
    int from = 0;
    boolean afterDirective = false;
    while (from <= text.length()) {
      int to = end.find(from) ? end.start() : text.length();
      String line = text.substring(from, to);
      out.join(line(line, afterDirective));
      afterDirective = line.startsWith("#EXT") || line.startsWith("#KODI") || afterDirective && line.startsWith("#");
      if (to == text.length()) {
        break;
      }
      out.show(end.group());
      from = end.end();
    }
    return out;
  }

  private static Masked line(String line, boolean afterDirective) {
    if (needsNone(line)) {
      return new Masked(0).show(line);
    }
    if (PlayerLine.isOne(line)) {
      return PlayerLine.mask(line);
    }
    if (afterDirective && !line.startsWith("#")
        || SCHEME.matcher(line).lookingAt() && !PROSE.matcher(line).find()) {
      return AddressMask.mask(line);
    }
    var mask = new TextMask(line);
    mask.scan();
    return mask.out;
  }

  private void scan() {
    Matcher login = LINE_OF_LOGIN.matcher(line);
    if (line.indexOf('@') > 0 && login.lookingAt()) {
      out.hideLogin().show("@");
      at = login.end();
      host(Extent.of(line, at, ""));
    }
    while (at < line.length()) {
      if (isWord(line.charAt(at)) || line.charAt(at) == '/') {
        word();
      } else {
        out.show(line, at, at + 1);
        at++;
      }
    }
  }

  private void word() {
    Matcher scheme = matcher(SCHEME);
    if (scheme.lookingAt()) {
      address(Extent.of(line, at, scheme.group()));
      return;
    }
    boolean begins = at == 0 || !isWord(line.charAt(at - 1)) && line.charAt(at - 1) != '/';
    Matcher mac = matcher(MAC);
    if (begins && mac.lookingAt()) {
      out.hideLogin();
      at = mac.end();
      return;
    }
    Matcher bare = matcher(BARE_LOGIN);
    if (begins && line.indexOf('@', at) > 0 && bare.lookingAt()) {
      out.hideLogin().show("@");
      at = bare.end();
      host(Extent.of(line, at, ""));
      return;
    }
    Matcher without = matcher(WITHOUT_SCHEME);
    if (begins && without.lookingAt()) {
      address(Math.min(without.end(), Extent.of(line, at, "")));
      return;
    }
    var named = new NamedValue(line, at, entry);
    if (named.isThere()) {
      named.mask(out);
      at = named.end();
      return;
    }
    int to = at + 1;
    while (to < line.length() && isWord(line.charAt(to))) {
      to++;
    }
    out.show(line, at, to);
    at = to;
  }

  private void address(int to) {
    out.join(AddressMask.mask(line.substring(at, to)));
    at = to;
  }

  private void host(int to) {
    out.join(AddressMask.maskHost(line.substring(at, to)));
    at = to;
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(line).region(at, line.length());
  }

  static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '%';
  }
}
