package app.lineup.model.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far an address reaches that stands in a text. Thread-safe: no state.
final class Extent {

  private static final Pattern NEXT = Pattern.compile("[,;\\s]\\s*(?=[A-Za-z][A-Za-z0-9+.-]{0,20}://)");
  private static final Pattern HEADERS = Pattern.compile("\\|[\\w-]+=(?!\\*\\*\\*)");
  private static final Pattern LOGIN_WITH_BLANKS =
      Pattern.compile("[^\\s@/:]+:(?!\\d{1,5}(?:[/?#]|\\s|$))[^\\s@/]+\\s[^@\"]*@[\\w.\\[-]+");
  private static final Pattern MORE_PARAMETERS = Pattern.compile("\\s[^\"<>?]{0,80}?&[A-Za-z][\\w.-]*=[^\\s\"<>]*");
  private static final String TRAILING = ".,;:!?)]}'…";
  private static final String ENDS = "\"<>«»“”";

  private Extent() {}

  /// The end of the address that begins at `from`; as long as its quotes, where it stands in quotes.
  static int of(String line, int from, String scheme) {
    char before = from == 0 ? ' ' : line.charAt(from - 1);
    int to = switch (before) {
      case '"' -> line.indexOf('"', from);
      case '«' -> line.indexOf('»', from);
      case '“' -> line.indexOf('”', from);
      default -> -1;
    };
    if (to >= 0) {
      return beforeNext(line, from + scheme.length(), to);
    }
    int end = lineEnd(line, from);
    if (scheme.regionMatches(true, 0, "rtmp", 0, 4)) {
      return end;
    }
    to = blank(line, from, end);
    Matcher login = LOGIN_WITH_BLANKS.matcher(line).region(from + scheme.length(), end);
    if (to < end && login.lookingAt() && login.end() > to) {
      to = blank(line, login.end(), end);
    }
    Matcher headers = HEADERS.matcher(line).region(from, to);
    if (headers.find()) {
      return end;
    }
    int question = line.indexOf('?', from);
    Matcher more = MORE_PARAMETERS.matcher(line).region(to, end);
    if (question >= 0 && question < to && more.lookingAt()) {
      to = more.end();
    }
    to = beforeNext(line, from + scheme.length(), to);
    while (to > from && TRAILING.indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  private static int beforeNext(String line, int from, int to) {
    Matcher next = NEXT.matcher(line).region(Math.min(from, to), to);
    return next.find() ? next.start() : to;
  }

  private static int lineEnd(String line, int from) {
    int to = from;
    while (to < line.length() && ENDS.indexOf(line.charAt(to)) < 0) {
      to++;
    }
    return to;
  }

  private static int blank(String line, int from, int end) {
    int to = from;
    while (to < end && !Character.isWhitespace(line.charAt(to))) {
      to++;
    }
    return to;
  }
}
