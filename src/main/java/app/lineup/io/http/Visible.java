package app.lineup.io.http;

/// Text from a server as one short line. Thread-safe: no state.
final class Visible {

  private static final int MOST = 120;

  private Visible() {}

  /// The first characters of `text`, each control character as a space.
  static String of(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .limit(MOST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
