package app.lineup.gui.run.model;

/// A time in which a stage was at work with one strategy. Immutable.
///
/// @param strategy its name
/// @param from     in seconds since the run began
/// @param to       in seconds since the run began
public record Span(String strategy, double from, double to) {}
