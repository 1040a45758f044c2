package app.lineup.rule.editor;

/// Two characters of a rule's text that belong together: parentheses or quotes. Immutable.
///
/// @param opening the index of the opening one
/// @param closing the index of the closing one
public record RulePair(int opening, int closing) {}
