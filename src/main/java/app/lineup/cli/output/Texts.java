package app.lineup.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The words of the terminal, read from `messages.properties` when the first one is needed. Immutable.
///
/// Not a resource bundle with message formats: those take a tenth of a small run to load, for `{0}` alone.
public final class Texts {

  private static final String FILE = "/app/lineup/cli/messages.properties";
  private static final Properties ALL = load();

  private Texts() {}

  /// The text under `key`, with `{0}`, `{1}`, … replaced.
  ///
  /// @throws IllegalArgumentException if there is no such text
  public static String get(String key, Object... values) {
    String text = ALL.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    if (values.length == 0) {
      return text;
    }
    var filled = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      filled.append(text, from, open).append(values[Integer.parseInt(text, open + 1, close, 10)]);
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static Properties load() {
    var texts = new Properties();
    try (InputStream file = Texts.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its " + FILE);
      }
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
