package app.lineup.rule.syntax;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A word that has a meaning of its own in the rule language, written in any case.
public enum Keyword {
  AND,
  OR,
  NOT,
  SET,
  REMOVE,
  CASE_SENSITIVE,
  IGNORE_ACCENTS,
  IS_EMPTY,
  ATTR;

  /// The keyword that is written so, in any case.
  public static Optional<Keyword> of(String written) {
    return Stream.of(values()).filter(keyword -> keyword.name().equalsIgnoreCase(written)).findFirst();
  }

  /// As it is usually written: what joins is in capitals.
  String written() {
    return switch (this) {
      case AND, OR, NOT, SET, REMOVE -> name();
      case CASE_SENSITIVE, IGNORE_ACCENTS, IS_EMPTY, ATTR -> name().toLowerCase(Locale.ROOT);
    };
  }
}
