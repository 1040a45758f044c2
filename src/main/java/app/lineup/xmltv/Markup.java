package app.lineup.xmltv;

import app.lineup.model.channel.ByteSearch;
import java.nio.charset.StandardCharsets;

/// Finds the ends of tags, comments and their like in bytes of XML. Thread-safe: no state.
final class Markup {

  /// The end has not come yet.
  static final int UNFINISHED = -1;
  /// Another `<` comes before the end.
  static final int BROKEN = -2;

  static final byte[] COMMENT = ascii("<!--");
  static final byte[] COMMENT_END = ascii("-->");
  static final byte[] CDATA = ascii("<![CDATA[");
  static final byte[] CDATA_END = ascii("]]>");
  static final byte[] INSTRUCTION = ascii("<?");
  static final byte[] INSTRUCTION_END = ascii("?>");

  private Markup() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean startsWith(byte[] bytes, int at, int to, byte[] text) {
    if (to - at < text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether a tag of just this name begins at `at`, of which `tag` is the beginning: `<tv` for example.
  static boolean isTag(byte[] bytes, int at, int to, byte[] tag) {
    return startsWith(bytes, at, to, tag) && at + tag.length < to && endsName(bytes[at + tag.length]);
  }

  static boolean endsName(byte b) {
    return isBlank(b) || b == '>' || b == '/';
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  static int skipBlanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  /// After the `>` of the tag that begins at `at`; one inside quotes is none.
  static int tagEnd(byte[] bytes, int at, int to) {
    byte quote = 0;
    for (int i = at + 1; i < to; i++) {
      byte b = bytes[i];
      if (b == '<') {
        return BROKEN;
      } else if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '>') {
        return i + 1;
      }
    }
    return UNFINISHED;
  }

  /// After the comment, CDATA section, instruction or declaration that begins at `at`, in the prolog.
  static int prologEnd(byte[] bytes, int at, int to) {
    int end = specialEnd(bytes, at, to);
    return end == BROKEN ? doctypeEnd(bytes, at, to) : end;
  }

  /// The same among elements, where no declaration has another one in it.
  static int specialEnd(byte[] bytes, int at, int to) {
    if (startsWith(bytes, at, to, COMMENT)) {
      return after(bytes, at + COMMENT.length, to, COMMENT_END);
    }
    if (startsWith(bytes, at, to, CDATA)) {
      return after(bytes, at + CDATA.length, to, CDATA_END);
    }
    if (startsWith(bytes, at, to, INSTRUCTION)) {
      return after(bytes, at + INSTRUCTION.length, to, INSTRUCTION_END);
    }
    return declarationEnd(bytes, at, to);
  }

  /// After the `>` of a declaration; the next `<` breaks it.
  static int declarationEnd(byte[] bytes, int at, int to) {
    for (int i = at + 1; i < to; i++) {
      if (bytes[i] == '>') {
        return i + 1;
      }
      if (bytes[i] == '<') {
        return BROKEN;
      }
    }
    return UNFINISHED;
  }

  private static int after(byte[] bytes, int from, int to, byte[] end) {
    for (int at = from; at < to; at++) {
      at = ByteSearch.indexOf(bytes, end[0], at, to);
      if (startsWith(bytes, at, to, end)) {
        return at + end.length;
      }
    }
    return UNFINISHED;
  }

  /// A DOCTYPE may hold declarations of its own between brackets.
  private static int doctypeEnd(byte[] bytes, int from, int to) {
    boolean inside = false;
    for (int at = from + 2; at < to; at++) {
      byte b = bytes[at];
      if (b == '"' || b == '\'') {
        at = ByteSearch.indexOf(bytes, b, at + 1, to);
      } else if (startsWith(bytes, at, to, COMMENT)) {
        int end = after(bytes, at + COMMENT.length, to, COMMENT_END);
        at = end < 0 ? to : end - 1;
      } else if (b == '[' || b == ']') {
        inside = b == '[';
      } else if (b == '>' && !inside) {
        return at + 1;
      }
    }
    return UNFINISHED;
  }
}
