package app.lineup.rule;

import app.lineup.model.channel.ByteSearch;
import app.lineup.rule.pattern.PatternFailure;
import app.lineup.rule.syntax.Form;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts a new text together, in bytes as long as it can. Not thread-safe; used by one thread, again for text after
/// text.
///
/// What is built has no CR, LF or NUL, because no field can hold them: each becomes a space.
final class TextBuilder {

  /// More is no text of a channel any more; rules that put a text into itself again and again would fill the memory.
  static final int MOST_BYTES = 1_000_000;

  private byte[] bytes = new byte[256];
  private int length;
  private boolean ascii = true;
  /// In use instead of the bytes where a text has no exact ones.
  private @Nullable StringBuilder chars;

  void clear() {
    length = 0;
    ascii = true;
    chars = null;
  }

  /// Some of a text's bytes.
  void append(FieldText text, int from, int to) {
    Form form = text.form();
    if (chars != null || form == Form.SINGLE_BYTE || form == Form.NONE) {
      append(text.slice(from, to));
    } else {
      append(text.bytes(), from, to, form == Form.ASCII || ByteSearch.nextHigh(text.bytes(), from, to) == to);
    }
  }

  /// A whole text.
  void append(FieldText text) {
    if (text.form() == Form.NONE) {
      append(text.text());
    } else {
      append(text, text.from(), text.to());
    }
  }

  void append(String text) {
    StringBuilder building = chars;
    if (building != null) {
      check(building.length() + text.length());
      building.append(text);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    boolean isAscii = ByteSearch.nextHigh(utf8, 0, utf8.length) == utf8.length;
    if ((isAscii && text.indexOf('?') < 0) || new String(utf8, StandardCharsets.UTF_8).equals(text)) {
      append(utf8, 0, utf8.length, isAscii);
    } else {
      chars = new StringBuilder(new String(bytes, 0, length, StandardCharsets.UTF_8)).append(text);
    }
  }

  /// UTF-8.
  private void append(byte[] more, int from, int to, boolean isAscii) {
    int count = to - from;
    check(length + count);
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + count));
    }
    System.arraycopy(more, from, bytes, length, count);
    length += count;
    ascii &= isAscii;
  }

  private static void check(int bytes) {
    if (bytes > MOST_BYTES) {
      throw PatternFailure.tooLong(MOST_BYTES);
    }
  }

  /// Makes `?` of what UTF-8 cannot hold, which is half a surrogate pair.
  void settle() {
    StringBuilder building = chars;
    if (building != null) {
      bytes = building.toString().getBytes(StandardCharsets.UTF_8);
      length = bytes.length;
      ascii = false;
      chars = null;
    }
  }

  /// The text in UTF-8, up to [#length], where it is [settled][#settle].
  byte[] bytes() {
    return bytes;
  }

  /// How many of the [#bytes] count.
  int length() {
    return length;
  }

  /// The text.
  String text() {
    StringBuilder building = chars;
    if (building != null) {
      return building.toString().replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
    }
    for (int i = ByteSearch.nextControl(bytes, 0, length); i < length;
        i = ByteSearch.nextControl(bytes, i + 1, length)) {
      if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0) {
        bytes[i] = ' ';
      }
    }
    return new String(bytes, 0, length, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
