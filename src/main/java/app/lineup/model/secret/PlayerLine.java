package app.lineup.model.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that tells the player what to send: `#EXTVLCOPT`, `#KODIPROP`, `#EXTHTTP`. Thread-safe: no state.
final class PlayerLine {

  private static final Pattern LINE = Pattern.compile(
      "(\\s*#(EXTVLCOPT|KODIPROP|EXTHTTP|WEBPROP)\\s*:+\\s*)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MEMBER =
      Pattern.compile("(\"((?:[^\"\\\\]++|\\\\.)*+)\"\\s*:\\s*)(\"(?:[^\"\\\\]++|\\\\.)*+\"|[^\\s,}\"]++)");
  private static final Pattern OBJECT =
      Pattern.compile("\\s*\\{\\s*(?:" + MEMBER.pattern() + "\\s*,?\\s*)*+\\}?\\s*");

  private PlayerLine() {}

  static boolean isOne(String line) {
    int hash = line.indexOf('#');
    return hash >= 0 && hash + 4 < line.length() && line.substring(0, hash).isBlank()
        && "EeKkWw".indexOf(line.charAt(hash + 1)) >= 0 && LINE.matcher(line).matches();
  }

  static Masked mask(String line) {
    var out = new Masked(line.length());
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return out.hide();
    }
    out.show(matcher.group(1));
    String content = matcher.group(3);
    if (matcher.group(2).equalsIgnoreCase("EXTHTTP")) {
      return json(out, content);
    }
    int equals = content.indexOf('=');
    if (equals < 0) {
      return Words.isHarmlessOption(content) ? out.show(content) : content.isBlank() ? out.show(content) : out.hide();
    }
    String name = content.substring(0, equals).replaceFirst("^[-:\\s]+", "");
    out.show(content, 0, equals + 1);
    String value = content.substring(equals + 1);
    if (value.startsWith(Masked.HIDDEN)) {
      return out.hide().join(TextMask.mask(value.substring(Masked.HIDDEN.length())));
    }
    return Words.isHarmlessOption(name) ? out.join(harmless(value))
        : value.isBlank() ? out.show(value) : out.hideLogin();
  }

  private static Masked harmless(String value) {
    return value.strip().contains("://") ? AddressMask.mask(value) : TextMask.mask(value);
  }

  /// The members of an object, one by one; what is no object of texts is hidden as a whole.
  private static Masked json(Masked out, String content) {
    if (content.length() > 4_000 || !OBJECT.matcher(content).matches()) {
      return content.isBlank() ? out.show(content) : out.hideLogin();
    }
    Matcher member = MEMBER.matcher(content);
    int at = 0;
    while (member.find()) {
      out.show(content, at, member.start()).show(member.group(1));
      String value = member.group(3);
      if (Words.isHarmlessHeader(member.group(2))) {
        out.join(TextMask.mask(value));
      } else if (value.equals("\"\"")) {
        out.show(value);
      } else {
        out.show(value.startsWith("\"") ? "\"" : "").hideLogin().show(value.startsWith("\"") ? "\"" : "");
      }
      at = member.end();
    }
    return out.show(content, at, content.length());
  }
}
