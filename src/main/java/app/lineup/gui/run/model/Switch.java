package app.lineup.gui.run.model;

/// That a stage went on by another strategy. Immutable.
///
/// @param stage   its place among the stages, from 0
/// @param seconds when, since the run began
/// @param before  the strategy until then
/// @param now     the one that took its place
/// @param reason  what made it so
public record Switch(int stage, double seconds, String before, String now, String reason) {}
