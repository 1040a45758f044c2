package app.lineup.rule.editor;

/// A way to go on typing. Immutable.
///
/// @param from   the index of the first character that it takes the place of
/// @param to     the index after the last one; equals `from` where nothing goes
/// @param insert what is written there
/// @param kind   what it is, coloured as in the text
/// @param says   one line on it; empty for a value that was seen in the lists
public record Candidate(int from, int to, String insert, Span.Kind kind, String says) {}
