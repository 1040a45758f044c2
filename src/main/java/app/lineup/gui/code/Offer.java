package app.lineup.gui.code;

/// A way to go on writing, as it is offered. Immutable.
///
/// @param from   the index of the first character that it takes the place of
/// @param to     the index after the last one
/// @param insert what is written there
/// @param style  the name of the style that it has in the text
/// @param says   one line on it; may be empty
/// @param spaced whether a space follows
public record Offer(int from, int to, String insert, String style, String says, boolean spaced) {}
