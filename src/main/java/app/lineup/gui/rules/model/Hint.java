package app.lineup.gui.rules.model;

/// Why a rule that can be understood may mean something else than its author. Immutable.
///
/// @param what       what was probably meant
/// @param asContains the whole rule as it would say that with `contains`
/// @param asPattern  the same with an escaped pattern
public record Hint(String what, String asContains, String asPattern) {}
