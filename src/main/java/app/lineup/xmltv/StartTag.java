package app.lineup.xmltv;

import app.lineup.model.channel.ByteSearch;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The attributes of one start tag, found where they stand. Not thread-safe; used by one thread.
///
/// @param bytes what holds it
/// @param from  its `<`
/// @param to    after its `>`
record StartTag(byte[] bytes, int from, int to) {

  /// The tag that begins at `from`.
  static StartTag at(byte[] bytes, int from, int to) {
    return new StartTag(bytes, from, Math.max(from, Markup.tagEnd(bytes, from, to)));
  }

  /// Where the value of an attribute stands, without its quotes; null where there is none.
  @Nullable Range value(byte[] name) {
    int at = nameEnd();
    while (at < to) {
      int key = Markup.skipBlanks(bytes, at, to);
      int keyEnd = keyEnd(key);
      int equals = Markup.skipBlanks(bytes, keyEnd, to);
      int quote = equals < to && bytes[equals] == '=' ? Markup.skipBlanks(bytes, equals + 1, to) : to;
      if (quote >= to || key == keyEnd || (bytes[quote] != '"' && bytes[quote] != '\'')) {
        return null;
      }
      int end = ByteSearch.indexOf(bytes, bytes[quote], quote + 1, to);
      if (keyEnd - key == name.length && Markup.startsWith(bytes, key, keyEnd, name)) {
        return new Range(quote + 1, end);
      }
      at = end + 1;
    }
    return null;
  }

  /// Whether each attribute has its name, its value and its quotes.
  boolean isWellFormed() {
    int at = nameEnd();
    while (true) {
      int key = Markup.skipBlanks(bytes, at, to);
      if (bytes[key] == '>') {
        return key == to - 1;
      }
      if (bytes[key] == '/') {
        return key == to - 2;
      }
      int keyEnd = keyEnd(key);
      int equals = Markup.skipBlanks(bytes, keyEnd, to);
      int quote = bytes[equals] == '=' ? Markup.skipBlanks(bytes, equals + 1, to) : equals;
      if (key == at || key == keyEnd || (bytes[quote] != '"' && bytes[quote] != '\'')) {
        return false;
      }
      at = ByteSearch.indexOf(bytes, bytes[quote], quote + 1, to) + 1;
      if (at >= to) {
        return false;
      }
    }
  }

  /// The element from `from` to `end` with an attribute changed or added.
  byte[] with(byte[] name, String value, int end) {
    byte[] text = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("'", "&apos;")
        .getBytes(StandardCharsets.UTF_8);
    Range old = value(name);
    var changed = new Splice(bytes, from, end);
    if (old == null) {
      int at = nameEnd();
      changed.put(at, at, Markup.ascii(" "));
      changed.put(at, at, name);
      changed.put(at, at, Markup.ascii("=\""));
      changed.put(at, at, text);
      changed.put(at, at, Markup.ascii("\""));
    } else {
      changed.put(old.from(), old.to(), text);
    }
    return changed.bytes();
  }

  /// After the element's name.
  int nameEnd() {
    int at = from + 1;
    while (at < to && !Markup.endsName(bytes[at])) {
      at++;
    }
    return at;
  }

  boolean isEmptyElement() {
    return bytes[to - 2] == '/';
  }

  private int keyEnd(int key) {
    int at = key;
    while (at < to && bytes[at] != '=' && !Markup.endsName(bytes[at])) {
      at++;
    }
    return at;
  }
}
