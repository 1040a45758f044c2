package app.lineup.pipeline.guide;

import app.lineup.pipeline.duplicates.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// What texts are compared by: a hash of them in one case, each run of blanks as one. Thread-safe: no state.
final class Match {

  /// Of a text that says nothing.
  static final long NONE = 0;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Match() {}

  static long key(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return NONE;
    }
    byte[] bytes = BLANKS.matcher(stripped).replaceAll(" ").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)
        .getBytes(StandardCharsets.UTF_8);
    return Hash.of(bytes, 0, bytes.length);
  }
}
