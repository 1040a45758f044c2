package app.lineup.pipeline;

/// How many channels a rule or filter was for in a run. Immutable.
///
/// @param rule     its text
/// @param channels for a rule: those that it saw and its condition held for; for a filter: those that it decided on
public record RuleMatches(String rule, long channels) {}
