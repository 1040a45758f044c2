package app.lineup.oracle;

/// A part of a text, from the index of its first character to the one after its last. Immutable.
record Span(int from, int to) {

  boolean isEmpty() {
    return from == to;
  }

  String of(String text) {
    return text.substring(from, to);
  }
}
