package app.lineup.rule.syntax;

/// A stretch of a rule's text, as a reader counts it. Immutable.
///
/// @param text   the whole rule
/// @param from   the index of its first character
/// @param to     the index after its last one
/// @param line   the line `from` is in, the first is 1
/// @param column the column `from` is in, the first is 1
record Place(String text, int from, int to, int line, int column) {

  /// How many characters are shown to either side of the place; a rule of 100 KB may be one line.
  private static final int SHOWN = 60;

  static Place of(String text, int from, int to) {
    int line = 1;
    int lineFrom = 0;
    for (int i = 0; i < from; i++) {
      if (text.charAt(i) == '\n'
          || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        line++;
        lineFrom = i + 1;
      }
    }
    return new Place(text, from, Math.max(from, to), line, from - lineFrom + 1);
  }

  String name() {
    return "line " + line + ", column " + column;
  }

  /// The line around the place and a caret under each of its characters.
  String excerpt() {
    int lineFrom = from - column + 1;
    int lineTo = from;
    while (lineTo < text.length() && text.charAt(lineTo) != '\n' && text.charAt(lineTo) != '\r') {
      lineTo++;
    }
    int shownFrom = Math.max(lineFrom, from - SHOWN);
    int shownTo = Math.min(lineTo, from + SHOWN);
    String before = shownFrom > lineFrom ? "…" : "";
    String after = shownTo < lineTo ? "…" : "";
    StringBuilder under = new StringBuilder(" ".repeat(before.length()));
    for (int i = shownFrom; i < from; i++) {
      under.append(text.charAt(i) == '\t' ? '\t' : ' ');
    }
    under.repeat('^', Math.max(1, Math.min(to, shownTo) - from));
    return before + text.substring(shownFrom, shownTo) + after + "\n" + under;
  }
}
