package app.lineup.pipeline;

/// Channels that were left out because an earlier source has them.
///
/// @param kept     the source that has them
/// @param lost     the source whose entries were left out
/// @param channels how many
public record SkippedDuplicates(String kept, String lost, long channels) {}
