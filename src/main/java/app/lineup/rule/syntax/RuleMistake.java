package app.lineup.rule.syntax;

import java.util.Optional;

/// What is wrong with a rule's text, and where. Immutable.
///
/// @param from        the index of the first wrong character
/// @param to          the index after the last one; may equal `from`
/// @param line        the line of the mistake, the first is 1
/// @param column      the column of the mistake in UTF-16 units, the first is 1
/// @param found       what stands there, in words
/// @param expected    what could have stood there, in words
/// @param replacement what was probably meant: written in place of `from` to `to`, it mends the mistake
public record RuleMistake(
    int from, int to, int line, int column, String found, String expected, Optional<String> replacement) {}
