package app.lineup.model.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name in a text with what it is given: `user-pass="…"`, `"password":"…"`, `attr("token") == "…"`,
/// `Authorization: Basic …`. Not thread-safe; used for one place of a line.
final class NamedValue {

  private static final Pattern NAME = Pattern.compile(
      "([\\w.-]{1,60}(?:\\[\\w*])?)(\\\\?[\"']?\\)?\\s*(?:[-+~?!=<>]{0,2}=|:)\\s*"
          + "|[\"']\\)\\s*(?:not\\s+)?(?:contains|matches|starts_with|ends_with|equals|in)\\s*\\(?\\s*)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADER =
      Pattern.compile("(?:proxy-)?authorization|(?:set-)?cookie|x-[\\w-]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern OUR_ATTRIBUTE = Pattern.compile(
      "(?:attr\\(\")?"
          + "(?:tvg|tvh|group|channel|catchup|ch|tv|timeshift|logo|url|x-tvg|parent|radio|type|aspect|audio|epg)"
          + "(?:\\b|_).*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN =
      Pattern.compile("(?:[01]|true|false|null|none|yes|no)(?=$|[\\s,;}\\])&\"'])", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEME_WORD =
      Pattern.compile("(?:basic|bearer|token|negotiate|apikey)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEYED =
      Pattern.compile("(basic|bearer)(\\s+)([^\\s\"'<>,;]{8,})", Pattern.CASE_INSENSITIVE);
  private static final Pattern AND_THE_NEXT = Pattern.compile("\\s*,\\s*(?=[\"'])");

  private final String line;
  private final int from;
  private final Matcher matcher;
  private final boolean there;
  private final boolean random;
  private final boolean keyed;
  private int end;

  /// @param entry whether attributes stand in this line
  NamedValue(String line, int from, boolean entry) {
    this.line = line;
    this.from = from;
    this.end = from;
    Matcher key = KEYED.matcher(line).region(from, line.length());
    keyed = (line.charAt(from) | 0x20) == 'b' && key.lookingAt()
        && (key.group(3).endsWith("=") || Randomness.looksRandom(key.group(3)) || key.group(3).matches(".*\\d.*"));
    matcher = keyed ? key : NAME.matcher(line).region(from, line.length());
    boolean named = keyed || matcher.lookingAt();
    random = named && !keyed && entry && isRandomAttribute();
    there = named && (keyed || random || isCredential());
  }

  private boolean isCredential() {
    String name = matcher.group(1);
    String sign = matcher.group(2);
    char before = from == 0 ? ' ' : line.charAt(from - 1);
    if (name.length() <= 2 && "?&;|".indexOf(before) < 0 && !name.equalsIgnoreCase("pw") || !Words.isCredential(name)) {
      return false;
    }
    if (PLAIN.matcher(line).region(matcher.end(), line.length()).lookingAt() || line.startsWith("//", matcher.end())
        || matcher.end() < line.length() && "{[".indexOf(line.charAt(matcher.end())) >= 0) {
      return false;
    }
    boolean colon = sign.indexOf(':') >= 0 && sign.indexOf('=') < 0;
    return !colon || sign.charAt(0) == '"' || sign.charAt(0) == '\\' || sign.charAt(0) == '\''
        || !Character.isWhitespace(sign.charAt(sign.length() - 1)) || HEADER.matcher(name).matches();
  }

  private boolean isRandomAttribute() {
    int open = matcher.end();
    if (open >= line.length() || line.charAt(open) != '"' || isOurs(matcher.group(1))) {
      return false;
    }
    int close = line.indexOf('"', open + 1);
    return close > 0 && Randomness.looksRandom(line.substring(open + 1, close));
  }

  /// Whether it is the name of an attribute or a field that never holds a credential.
  static boolean isOurs(String name) {
    return OUR_ATTRIBUTE.matcher(name).matches();
  }

  boolean isThere() {
    return there;
  }

  int end() {
    return end;
  }

  void mask(Masked out) {
    if (keyed) {
      out.show(matcher.group(1)).show(matcher.group(2)).hideLogin();
      end = matcher.end();
      return;
    }
    out.show(matcher.group());
    end = matcher.end();
    if (random) {
      int close = line.indexOf('"', end + 1);
      String value = line.substring(end + 1, close);
      out.show("\"").show(Randomness.ends(value));
      end = close;
      return;
    }
    value(out);
    Matcher next = AND_THE_NEXT.matcher(line).region(end, line.length());
    while (matcher.group(2).endsWith("(") && next.lookingAt()) {
      out.show(next.group());
      end = next.end();
      value(out);
      next.region(end, line.length());
    }
  }

  private void value(Masked out) {
    if (line.startsWith(Masked.HIDDEN, end)) {
      out.hide();
      end += Masked.HIDDEN.length();
      return;
    }
    int to = end;
    if (line.startsWith("\\\"", end)) {
      out.show("\\\"");
      to = line.indexOf("\\\"", end + 2);
    } else if (end < line.length() && "\"'".indexOf(line.charAt(end)) >= 0) {
      out.show(line, end, end + 1);
      to = close(line.charAt(end), end + 1);
      if (to == end + 1) {
        out.show(line, end, end + 1);
        end = to + 1;
        return;
      }
    } else {
      to = bareEnd();
    }
    end = to < 0 ? line.length() : to;
    if (end > matcher.end()) {
      out.hideLogin();
    }
    if (end < line.length() && "\"'".indexOf(line.charAt(end)) >= 0) {
      out.show(line, end, end + 1);
      end++;
    }
  }

  private int close(char quote, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) != quote) {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return at < line.length() ? at : -1;
  }

  private int bareEnd() {
    String name = matcher.group(1);
    boolean header = HEADER.matcher(name).matches();
    int at = end;
    Matcher word = SCHEME_WORD.matcher(line).region(at, line.length());
    if (word.lookingAt()) {
      at = word.end();
    }
    String ends = header ? "\"<>" : "\"<>,;&)]}";
    while (at < line.length() && ends.indexOf(line.charAt(at)) < 0
        && (header || !Character.isWhitespace(line.charAt(at)))) {
      at++;
    }
    return at;
  }
}
