package app.lineup.model;

/// A mapping rule as the user wrote it.
///
/// @param text the rule in the rule language: an optional condition and its actions
/// @param on   whether it takes part
public record Rule(String text, boolean on) {}
