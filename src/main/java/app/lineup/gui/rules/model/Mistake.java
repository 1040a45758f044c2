package app.lineup.gui.rules.model;

/// Why a rule cannot be understood. Immutable.
///
/// @param what       what stands there and what could have, with its place
/// @param unfinished whether there is nothing wrong but that it ends too early
/// @param suggestion what was probably meant; empty where nothing comes near
/// @param offer      the suggestion in a sentence; empty where there is none
/// @param from       the index of the first wrong character
/// @param to         the index after the last one
public record Mistake(String what, boolean unfinished, String suggestion, String offer, int from, int to) {}
