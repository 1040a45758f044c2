package app.lineup.gui.code;

/// What is to be written into a text. Immutable.
///
/// @param from   the index of the first character that goes
/// @param to     the index after the last one
/// @param insert what comes there
/// @param caret  where the caret stands then
record Change(int from, int to, String insert, int caret) {}
