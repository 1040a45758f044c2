package app.lineup.gui.rules.model;

/// A word of the rule language in the help. Immutable.
///
/// @param heading the chapter that begins with it; empty where it goes on
/// @param name    how it is written
/// @param says    what it means
/// @param example a text that uses it
public record HelpRow(String heading, String name, String says, String example) {}
