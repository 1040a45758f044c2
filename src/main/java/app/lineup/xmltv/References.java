package app.lineup.xmltv;

import app.lineup.model.channel.ByteSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands behind an `&`. Nothing that a guide declares is ever resolved: only the five names of XML, the names of
/// HTML 4 (`XMLTV-53` and `XMLTV-54`), and numbers. Thread-safe: no state.
final class References {

  private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");
  /// Longer than any name in either.
  private static final int MOST_BYTES = 12;

  /// What a reference is.
  sealed interface Reference {
    /// One that XML knows.
    record Valid(String text, int end) implements Reference {}
    /// A name that only HTML knows.
    record OfHtml(String text, int end) implements Reference {}
    /// None: the sign stands for itself.
    record Stray() implements Reference {}
  }

  private References() {}

  /// The reference whose `&` stands at `at`.
  static Reference read(byte[] bytes, int at, int to) {
    int end = ByteSearch.indexOf(bytes, (byte) ';', at, Math.min(to, at + MOST_BYTES));
    if (end == Math.min(to, at + MOST_BYTES) || end < at + 2) {
      return new Reference.Stray();
    }
    String name = new String(bytes, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
    if (name.charAt(0) == '#') {
      int point = codePoint(name);
      return isAllowed(point) ? new Reference.Valid(Character.toString(point), end + 1) : new Reference.Stray();
    }
    if (OF_XML.contains(name)) {
      return new Reference.Valid(ofXml(name), end + 1);
    }
    String sign = Html.sign(name);
    return sign == null ? new Reference.Stray() : new Reference.OfHtml(sign, end + 1);
  }

  private static String ofXml(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> "'";
    };
  }

  private static int codePoint(String name) {
    try {
      return name.startsWith("#x") ? Integer.parseInt(name, 2, name.length(), 16)
          : Integer.parseInt(name, 1, name.length(), 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /// Whether XML 1.0 allows the character.
  static boolean isAllowed(int point) {
    return point == '\t' || point == '\n' || point == '\r'
        || (point >= ' ' && point < 0xD800) || (point > 0xDFFF && point < 0xFFFE)
        || (point > 0xFFFF && point <= 0x10FFFF);
  }

  /// The text of `bytes`, its references resolved, blanks around it left out.
  static String text(byte[] bytes, int from, int to) {
    int and = ByteSearch.indexOf(bytes, (byte) '&', from, to);
    if (and == to) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    }
    var text = new StringBuilder();
    int at = from;
    while (and < to) {
      text.append(new String(bytes, at, and - at, StandardCharsets.UTF_8));
      at = switch (read(bytes, and, to)) {
        case Reference.Valid(String sign, int end) -> appended(text, sign, end);
        case Reference.OfHtml(String sign, int end) -> appended(text, sign, end);
        case Reference.Stray() -> appended(text, "&", and + 1);
      };
      and = ByteSearch.indexOf(bytes, (byte) '&', at, to);
    }
    return text.append(new String(bytes, at, to - at, StandardCharsets.UTF_8)).toString().strip();
  }

  private static int appended(StringBuilder text, String sign, int end) {
    text.append(sign);
    return end;
  }

  /// The names of HTML, loaded when the first one is met.
  private static final class Html {

    private static final Properties SIGNS = load();

    static @Nullable String sign(String name) {
      String point = SIGNS.getProperty(name);
      return point == null ? null : Character.toString(Integer.parseInt(point));
    }

    private static Properties load() {
      var signs = new Properties();
      try (InputStream file = References.class.getResourceAsStream("html-entities.properties")) {
        if (file == null) {
          throw new IllegalStateException("the program lacks its html-entities.properties");
        }
        signs.load(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return signs;
    }
  }
}
