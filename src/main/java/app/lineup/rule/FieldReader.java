package app.lineup.rule;

import app.lineup.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the name of a field. Confined to one thread, as its tokens are.
final class FieldReader {

  private FieldReader() {}

  /// A field's name, or `attr("key")`.
  ///
  /// @param also keywords that could stand here too, for the suggestion
  static Field read(Tokens tokens, String expected, List<String> also) {
    Token token = tokens.peek();
    if (token.is(Keyword.ATTR)) {
      tokens.take();
      return attribute(tokens);
    }
    Optional<Field> field = token.kind() == Token.Kind.WORD ? Names.field(token.value()) : Optional.empty();
    if (field.isEmpty()) {
      List<String> names = new ArrayList<>(Names.FIELDS);
      names.addAll(also);
      throw tokens.unexpected(expected, names);
    }
    tokens.take();
    return field.get();
  }

  private static Field attribute(Tokens tokens) {
    if (!tokens.skip(Token.Kind.OPENING)) {
      throw tokens.unexpected("(\"name-of-the-attribute\")", List.of());
    }
    Token key = tokens.takeText();
    if (!isKey(key.text())) {
      throw tokens.mistake(key, "the name of an attribute, without spaces, quotes, commas or =", "");
    }
    if (!tokens.skip(Token.Kind.CLOSING)) {
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
