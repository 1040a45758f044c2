package app.lineup.rule.syntax;

import app.lineup.model.Field;
import app.lineup.model.ProgrammeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the name of a field. Not thread-safe; used by one thread.
public final class FieldReader {

  private FieldReader() {}

  /// A field's name, or `attr("key")`.
  ///
  /// @param expected what it is for, in words
  /// @param names    the fields that have a meaning there, and keywords that could stand there too, for the suggestion
  static Field read(Tokens tokens, String expected, List<String> names) {
    Token token = tokens.peek();
    if (token.is(Keyword.ATTR)) {
      if (tokens.dialect() == Dialect.PROGRAMMES) {
        throw tokens.mistake(token, misplaced("attr", tokens.dialect()), "");
      }
      tokens.take();
      return attribute(tokens);
    }
    Optional<Field> field = token.kind() == Token.Kind.WORD ? named(token.value(), tokens.dialect()) : Optional.empty();
    if (field.isEmpty()) {
      throw tokens.unexpected(expected, names);
    }
    if (!hasMeaning(field.get(), tokens.dialect())) {
      throw tokens.mistake(token, misplaced(field.get().ruleName(), tokens.dialect()), "");
    }
    tokens.take();
    return field.get();
  }

  /// The field of that name, or of one that other programs have for it.
  public static Optional<Field> named(String name, Dialect dialect) {
    return Vocabulary.field(name).or(() -> Habits.field(name, dialect));
  }

  /// Whether a text of that kind can ask for the field.
  public static boolean hasMeaning(Field field, Dialect dialect) {
    return field instanceof ProgrammeField == (dialect == Dialect.PROGRAMMES);
  }

  /// What is expected in place of a field without meaning, in words.
  static String misplaced(String name, Dialect dialect) {
    return switch (dialect) {
      case RULE, FILTER -> "a field of a channel; " + name + " is a field of a guide's programmes";
      case PROGRAMMES -> "a field of a programme; " + name + " is a field of a channel";
    };
  }

  /// The names of the fields that a condition of that kind can ask for, and `also`.
  public static List<String> names(Dialect dialect, List<String> also) {
    List<String> names = new ArrayList<>();
    switch (dialect) {
      case RULE, FILTER -> {
        names.addAll(Vocabulary.names(Word.Kind.FIELD));
        names.addAll(Vocabulary.names(Word.Kind.READ_ONLY));
      }
      case PROGRAMMES -> names.addAll(Vocabulary.names(Word.Kind.PROGRAMME));
    }
    names.addAll(also);
    return names;
  }

  private static Field attribute(Tokens tokens) {
    if (!tokens.skip(Token.Kind.OPENING, "(")) {
      throw tokens.unexpected("(\"name-of-the-attribute\")", List.of());
    }
    Token key = tokens.takeText();
    if (!isKey(key.text())) {
      throw tokens.mistake(key, "the name of an attribute, without spaces, quotes, commas or =", "");
    }
    if (!tokens.skip(Token.Kind.CLOSING, ")")) {
      throw tokens.unexpected("a closing parenthesis", List.of());
    }
    return Names.attribute(key.text());
  }

  /// Whether an attribute can be called so.
  static boolean isKey(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c != 0x7F && "=,\"'".indexOf(c) < 0
        && !Character.isWhitespace(c) && !Character.isSpaceChar(c));
  }
}
