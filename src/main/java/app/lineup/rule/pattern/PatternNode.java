package app.lineup.rule.pattern;

import java.util.List;

/// A pattern as far as the program understands it itself. Immutable.
public sealed interface PatternNode {

  /// One character out of a set.
  record One(ByteSet set) implements PatternNode {}

  /// The part several times.
  ///
  /// @param max [#ENDLESS] for no limit
  record Repeat(PatternNode part, int min, int max, Greed greed) implements PatternNode {
    static final int ENDLESS = Integer.MAX_VALUE;
  }

  /// How a repetition chooses its number.
  enum Greed {
    GREEDY,
    LAZY,
    POSSESSIVE
  }

  /// One part after the other.
  record Sequence(List<PatternNode> parts) implements PatternNode {}

  /// One of the parts, the first that fits.
  record Choice(List<PatternNode> parts) implements PatternNode {}

  /// A part in parentheses.
  ///
  /// @param number the group's number, 0 for one that catches nothing
  record Group(PatternNode part, int number) implements PatternNode {}

  /// A place between characters.
  enum Edge implements PatternNode {
    /// `^`, `\A`: the beginning of the text.
    BEGIN,
    /// `$`: the end of the text; texts that end in a line end are left to `java.util.regex`.
    END,
    /// `\z`: the very end.
    VERY_END,
    /// `\b`: between a word's character and another.
    WORD
  }

  /// Something that is not understood, but whose end is: it may match anything, or nothing, anywhere.
  record Unknown() implements PatternNode {}
}
