package app.lineup.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One line of a list in raw form. Immutable.
///
/// @param text what stands before its end
/// @param end  LF, CR, both, or nothing where the list ends
record PlainLine(String text, String end) {

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  /// The lines of a raw text.
  static List<PlainLine> of(String raw) {
    List<PlainLine> lines = new ArrayList<>();
    for (int from = 0; from < raw.length(); ) {
      int to = from;
      while (to < raw.length() && raw.charAt(to) != '\n' && raw.charAt(to) != '\r') {
        to++;
      }
      String end = raw.startsWith("\r\n", to) ? "\r\n" : raw.substring(to, Math.min(raw.length(), to + 1));
      lines.add(new PlainLine(raw.substring(from, to), end));
      from = to + end.length();
    }
    return lines;
  }

  static String joined(List<PlainLine> lines) {
    var raw = new StringBuilder();
    lines.forEach(line -> raw.append(line.text).append(line.end));
    return raw.toString();
  }

  PlainLine withoutMarks() {
    String rest = text;
    while (rest.startsWith(BYTE_ORDER_MARK)) {
      rest = rest.substring(BYTE_ORDER_MARK.length());
    }
    return new PlainLine(rest, end);
  }

  /// Without the blanks around it.
  String trimmed() {
    return trimmed(text);
  }

  /// How many blanks it begins with.
  int indent() {
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  boolean isBlank() {
    return trimmed().isEmpty();
  }

  boolean isDirective() {
    return trimmed().startsWith("#");
  }

  boolean isInfo() {
    return begins("#extinf:");
  }

  boolean isGroup() {
    return begins("#extgrp:");
  }

  boolean isHeader() {
    return begins("#extm3u") && !trimmed().substring("#extm3u".length()).matches("(?s)[A-Za-z0-9_.:-].*");
  }

  /// What stands behind `#EXTGRP:`.
  String group() {
    return trimmed(trimmed().substring("#extgrp:".length()));
  }

  private boolean begins(String lower) {
    return trimmed().toLowerCase(Locale.ROOT).startsWith(lower);
  }

  /// Spaces and tabs alone are blanks.
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
