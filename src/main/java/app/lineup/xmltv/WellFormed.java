package app.lineup.xmltv;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Whether an element in valid UTF-8 is well-formed XML. Stricter than XML: names are ASCII, and nothing but elements,
/// text, comments and CDATA sections may stand in it. Not thread-safe; used by one thread.
final class WellFormed {

  /// More than any tag has; to look for one that stands twice takes the square of it.
  static final int MOST_ATTRIBUTES = 50;

  private final Deque<Range> open = new ArrayDeque<>();

  /// The element from `from` to `to`.
  boolean isElement(byte[] bytes, int from, int to) {
    open.clear();
    int at = from;
    while (at < to) {
      if (bytes[at] == '<') {
        at = markup(bytes, at, to);
      } else if (at > from && !open.isEmpty()) {
        at = text(bytes, at, to);
      } else {
        return false;
      }
      if (at < 0 || at < to && open.isEmpty()) {
        return false;
      }
    }
    return open.isEmpty() && to > from;
  }

  /// Whether the start tag from `from` to `to` is one.
  static boolean isStartTag(byte[] bytes, int from, int to) {
    int at = name(bytes, from + 1, to);
    return at > from + 1 && attributes(bytes, at, to) == to;
  }

  /// After what begins at `at`, −1 where it is wrong.
  private int markup(byte[] bytes, int at, int to) {
    if (Markup.startsWith(bytes, at, to, Markup.COMMENT)) {
      int end = Markup.specialEnd(bytes, at, to);
      return end > 0 && isComment(bytes, at, end) ? end : -1;
    }
    if (Markup.startsWith(bytes, at, to, Markup.CDATA)) {
      int end = Markup.specialEnd(bytes, at, to);
      return end > 0 && hasAllowed(bytes, at, end) ? end : -1;
    }
    boolean closing = at + 1 < to && bytes[at + 1] == '/';
    int from = closing ? at + 2 : at + 1;
    int nameEnd = name(bytes, from, to);
    if (nameEnd <= from) {
      return -1;
    }
    if (closing) {
      int end = Markup.skipBlanks(bytes, nameEnd, to);
      boolean fits = end < to && bytes[end] == '>' && !open.isEmpty() && isSame(bytes, open.pop(), from, nameEnd);
      return fits ? end + 1 : -1;
    }
    int end = attributes(bytes, nameEnd, to);
    if (end > 0 && bytes[end - 2] != '/') {
      open.push(new Range(from, nameEnd));
    }
    return end;
  }

  private static boolean isSame(byte[] bytes, Range name, int from, int to) {
    return Arrays.equals(bytes, name.from(), name.to(), bytes, from, to);
  }

  static boolean isComment(byte[] bytes, int from, int end) {
    for (int i = from + Markup.COMMENT.length; i < end - 3; i++) {
      if (bytes[i] == '-' && bytes[i + 1] == '-') {
        return false;
      }
    }
    boolean begins = Markup.startsWith(bytes, from, end, Markup.COMMENT);
    return begins && end - from >= Markup.COMMENT.length + Markup.COMMENT_END.length && hasAllowed(bytes, from, end);
  }

  private static boolean hasAllowed(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isAllowed(bytes, i, to)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the character that begins at `at`, or goes on there, is allowed in XML.
  static boolean isAllowed(byte[] bytes, int at, int to) {
    byte b = bytes[at];
    if (b >= 0) {
      return b >= ' ' || b == '\t' || b == '\n' || b == '\r';
    }
    // U+FFFE and U+FFFF.
    return !(b == (byte) 0xEF && at + 2 < to && bytes[at + 1] == (byte) 0xBF && (bytes[at + 2] & 0xFE) == 0xBE);
  }

  /// After the text at `at`, which ends at a `<`; −1 where something in it is wrong.
  private static int text(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '<') {
      if (!isAllowed(bytes, at, to) || bytes[at] == ']' && Markup.startsWith(bytes, at, to, Markup.CDATA_END)) {
        return -1;
      }
      at = bytes[at] == '&' ? reference(bytes, at, to) : at + 1;
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  private static int reference(byte[] bytes, int at, int to) {
    return References.read(bytes, at, to) instanceof References.Reference.Valid(_, int end) ? end : -1;
  }

  /// After the `>` of a tag whose name ends at `at`; −1 where an attribute is wrong or stands twice.
  private static int attributes(byte[] bytes, int nameEnd, int to) {
    int at = nameEnd;
    for (int count = 0; count <= MOST_ATTRIBUTES; count++) {
      int key = Markup.skipBlanks(bytes, at, to);
      if (key < to && bytes[key] == '>') {
        return key + 1;
      }
      if (key + 1 < to && bytes[key] == '/') {
        return bytes[key + 1] == '>' ? key + 2 : -1;
      }
      int end = key > at ? attribute(bytes, key, to) : -1;
      if (end < 0 || standsBefore(bytes, nameEnd, key)) {
        return -1;
      }
      at = end;
    }
    return -1;
  }

  /// After the attribute at `key`, −1 where it is none.
  static int attribute(byte[] bytes, int key, int to) {
    int keyEnd = name(bytes, key, to);
    int equals = Markup.skipBlanks(bytes, keyEnd, to);
    int quote = equals < to && bytes[equals] == '=' ? Markup.skipBlanks(bytes, equals + 1, to) : to;
    if (keyEnd == key || quote >= to || bytes[quote] != '"' && bytes[quote] != '\'') {
      return -1;
    }
    int at = quote + 1;
    while (at < to && bytes[at] != bytes[quote]) {
      if (bytes[at] == '<' || !isAllowed(bytes, at, to)) {
        return -1;
      }
      at = bytes[at] == '&' ? reference(bytes, at, to) : at + 1;
      if (at < 0) {
        return -1;
      }
    }
    return at < to ? at + 1 : -1;
  }

  /// Whether the attribute at `key` stands between `from` and there, too; those before it are right.
  static boolean standsBefore(byte[] bytes, int from, int key) {
    int length = name(bytes, key, bytes.length) - key;
    int at = Markup.skipBlanks(bytes, from, key);
    while (at < key) {
      int end = name(bytes, at, key);
      if (end - at == length && Arrays.equals(bytes, at, end, bytes, key, key + length)) {
        return true;
      }
      at = Markup.skipBlanks(bytes, attribute(bytes, at, key), key);
    }
    return false;
  }

  private static int name(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == ':';
      if (!letter && (at == from || !(b >= '0' && b <= '9' || b == '-' || b == '.'))) {
        break;
      }
      at++;
    }
    return at;
  }
}
