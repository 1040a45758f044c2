package app.lineup.rule.syntax;

import java.util.List;

/// A word or sign of the rule language, explained. Immutable.
///
/// @param kind    what it is
/// @param name    how it is written
/// @param also    other ways to write it
/// @param says    what it means, in one line
/// @param example a whole text that uses it
/// @param dialect what the example is
public record Word(Kind kind, String name, List<String> also, String says, String example, Dialect dialect) {

  public Word {
    also = List.copyOf(also);
  }

  /// The chapters of the reference, in their order.
  public enum Kind {
    /// A field that can be asked for and set.
    FIELD("Fields of a channel"),
    /// A field that can only be asked for.
    READ_ONLY("Fields to read only"),
    /// A field of a programme of a guide.
    PROGRAMME("Fields of a programme"),
    OPERATOR("Comparisons"),
    KEYWORD("Words that join and change"),
    ACTION("Actions"),
    ASSIGNMENT("Assignments"),
    VALUE("Values");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    /// What stands over it in the reference.
    public String heading() {
      return heading;
    }
  }
}
