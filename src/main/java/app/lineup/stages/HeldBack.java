package app.lineup.stages;

/// Channels that were left out because an earlier source has them.
///
/// @param kept     the source that has them
/// @param lost     the source whose entries were left out
/// @param channels how many
public record HeldBack(String kept, String lost, long channels) {}
