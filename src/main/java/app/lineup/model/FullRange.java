package app.lineup.model;

/// A range that was too small for its group.
///
/// @param group    the group
/// @param channels how many of its channels found no number in the range and got one among the others
public record FullRange(String group, long channels) {}
