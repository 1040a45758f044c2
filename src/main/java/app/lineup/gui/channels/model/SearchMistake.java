package app.lineup.gui.channels.model;

/// Why what is searched for cannot be understood. Immutable.
///
/// @param what       what stands there and what could have, with its column
/// @param suggestion what was probably meant; empty where nothing comes near
/// @param from       the index of the first wrong character
/// @param to         the index after the last one
public record SearchMistake(String what, String suggestion, int from, int to) {}
