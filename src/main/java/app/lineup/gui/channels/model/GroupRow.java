package app.lineup.gui.channels.model;

import java.util.Optional;

/// A row of the list of groups. Immutable.
///
/// @param group    which group, empty for all channels
/// @param name     what it is called
/// @param channels how many channels it has, in words
public record GroupRow(Optional<String> group, String name, String channels) {}
