package app.lineup.rule.syntax;

import java.util.Optional;

/// A rule's text that cannot be understood: the user's to mend. Immutable.
///
/// Says where the text went wrong, what stands there, what could have stood there, and the nearest right name where
/// there is one.
public final class RuleSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String found;
  private final String expected;
  private final String suggestion;

  /// @param text       the whole rule
  /// @param from       the index of the first wrong character
  /// @param to         the index after the last one; may equal `from`
  /// @param found      what stands there, in words
  /// @param expected   what could have stood there, in words
  /// @param suggestion what was probably meant, empty where nothing comes near
  RuleSyntaxException(String text, int from, int to, String found, String expected, String suggestion) {
    super(Place.of(text, from, to).name() + ": found " + found + ", expected " + expected
        + (suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?"));
    this.place = Place.of(text, from, to);
    this.found = found;
    this.expected = expected;
    this.suggestion = suggestion;
  }

  /// The line of the mistake, the first is 1.
  public int line() {
    return place.line();
  }

  /// The column of the mistake in UTF-16 units, the first is 1.
  public int column() {
    return place.column();
  }

  /// The index of the first wrong character in the rule's text.
  public int from() {
    return place.from();
  }

  /// The index after the last wrong character in the rule's text.
  public int to() {
    return place.to();
  }

  /// What stands there, in words.
  public String found() {
    return found;
  }

  /// What could have stood there, in words.
  public String expected() {
    return expected;
  }

  /// What was probably meant.
  public Optional<String> suggestion() {
    return suggestion.isEmpty() ? Optional.empty() : Optional.of(suggestion);
  }

  /// The same without the text around it.
  public RuleMistake mistake() {
    return new RuleMistake(from(), to(), line(), column(), found, expected, suggestion());
  }

  /// The message, the line of the mistake (of a long one the part around it), and a caret underneath.
  public String picture() {
    return getMessage() + "\n" + place.excerpt();
  }
}
