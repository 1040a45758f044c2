package app.lineup.xmltv;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Takes out of an element what XML does not allow: characters, instructions, comments with `--` in them, attributes
/// with bad names or without a value, those that stand twice. Only for elements that are not well-formed. Not
/// thread-safe; used for one element.
final class Cleaning {

  private static final byte[] CDATA_END_IN_TEXT = Markup.ascii("]]&gt;");

  private final byte[] bytes;
  private final int to;
  private final ByteArrayOutputStream out;

  private Cleaning(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    this.out = new ByteArrayOutputStream(to - from + 64);
  }

  /// The element from `from` to `to`, which may still not be well-formed: a bad name of an element stays.
  static byte[] element(byte[] bytes, int from, int to) {
    var cleaning = new Cleaning(bytes, from, to);
    int at = from;
    while (at < to) {
      at = bytes[at] == '<' ? cleaning.markup(at) : cleaning.text(at);
    }
    return cleaning.out.toByteArray();
  }

  /// The start tag from `from` to `to`.
  static byte[] startTag(byte[] bytes, int from, int to) {
    var cleaning = new Cleaning(bytes, from, to);
    cleaning.tag(from, to);
    return cleaning.out.toByteArray();
  }

  private int text(int at) {
    if (Markup.startsWith(bytes, at, to, Markup.CDATA_END)) {
      out.writeBytes(CDATA_END_IN_TEXT);
      return at + Markup.CDATA_END.length;
    }
    return character(at);
  }

  /// After one byte, or after the three of a character that is not allowed.
  private int character(int at) {
    if (WellFormed.isAllowed(bytes, at, to)) {
      out.write(bytes[at]);
      return at + 1;
    }
    return bytes[at] < 0 ? at + 3 : at + 1;
  }

  private int markup(int at) {
    byte second = at + 1 < to ? bytes[at + 1] : 0;
    if (second == '!' || second == '?') {
      int end = Markup.specialEnd(bytes, at, to);
      if (end < 0) {
        out.writeBytes(Markup.ascii("&lt;"));
        return at + 1;
      }
      boolean cdata = Markup.startsWith(bytes, at, to, Markup.CDATA);
      if (cdata || WellFormed.isComment(bytes, at, end)) {
        allowed(at, end);
      }
      return end;
    }
    int end = Markup.tagEnd(bytes, at, to);
    if (end < 0) {
      out.writeBytes(Markup.ascii("&lt;"));
      return at + 1;
    }
    if (second == '/') {
      out.write(bytes, at, end - at);
    } else {
      tag(at, end);
    }
    return end;
  }

  private void allowed(int from, int end) {
    int at = from;
    while (at < end) {
      at = character(at);
    }
  }

  private void tag(int from, int end) {
    int nameEnd = new StartTag(bytes, from, end).nameEnd();
    byte[] clean = cleanValues(nameEnd, end);
    out.write(bytes, from, nameEnd - from);
    int written = 0;
    byte[] kept = {};
    for (int count = 0; count < WellFormed.MOST_ATTRIBUTES && written < clean.length; count++) {
      int key = Markup.skipBlanks(clean, written, clean.length);
      if (key >= clean.length || clean[key] == '>' || clean[key] == '/' && key + 2 >= clean.length) {
        break;
      }
      int after = WellFormed.attribute(clean, key, clean.length);
      if (after > 0) {
        byte[] next = Arrays.copyOf(kept, kept.length + 1 + after - key);
        next[kept.length] = ' ';
        System.arraycopy(clean, key, next, kept.length + 1, after - key);
        if (!WellFormed.standsBefore(next, 0, kept.length + 1)) {
          kept = next;
        }
      }
      written = after > 0 ? after : next(clean, key);
    }
    out.writeBytes(kept);
    out.writeBytes(Markup.ascii(bytes[end - 2] == '/' && end - 2 >= nameEnd ? "/>" : ">"));
  }

  /// The attributes without characters that are not allowed.
  private byte[] cleanValues(int from, int end) {
    var values = new Cleaning(bytes, from, end);
    values.allowed(from, end);
    return values.out.toByteArray();
  }

  /// Behind something that is no attribute: past its value, if it has one, else past its name.
  private static int next(byte[] text, int key) {
    int at = key + 1;
    while (at < text.length && !Markup.isBlank(text[at]) && text[at] != '"' && text[at] != '\'') {
      at++;
    }
    if (at < text.length && !Markup.isBlank(text[at])) {
      byte quote = text[at];
      at++;
      while (at < text.length && text[at] != quote) {
        at++;
      }
      at++;
    }
    return at;
  }
}
