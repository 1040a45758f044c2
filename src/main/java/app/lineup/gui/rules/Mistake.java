package app.lineup.gui.rules;

/// Why a rule cannot be understood. Immutable.
///
/// @param what       what stands there and what could have, with its place
/// @param picture    the line of the mistake and a caret under it; empty where the rule is
/// @param suggestion what was probably meant; empty where nothing comes near
/// @param from       the index of the first wrong character
/// @param to         the index after the last one
public record Mistake(String what, String picture, String suggestion, int from, int to) {}
