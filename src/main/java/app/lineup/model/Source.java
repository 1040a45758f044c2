package app.lineup.model;

/// A list that the user added.
///
/// @param name     what the user calls it; the location's own name by default
/// @param location where it is
public record Source(String name, Location location) {}
