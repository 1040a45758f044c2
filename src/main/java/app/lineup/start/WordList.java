package app.lineup.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Files beside this class with one word a line. Thread-safe: no state.
final class WordList {

  private WordList() {}

  /// The lines of a file that are neither blank nor a remark.
  static List<String> named(String file) {
    try (InputStream bytes = WordList.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("the program lacks its " + file);
      }
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)).lines()
          .map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
