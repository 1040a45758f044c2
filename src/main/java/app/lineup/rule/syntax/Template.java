package app.lineup.rule.syntax;

import app.lineup.model.Field;
import java.util.List;

/// A value of an assignment: text with places to be filled in. Immutable.
///
/// @param parts put together in this order
/// @param from  the index of its first character in the rule's text, a quote where it has them
/// @param to    the index after its last character
public record Template(List<Part> parts, int from, int to) {

  public Template {
    parts = List.copyOf(parts);
  }

  /// A piece of a template.
  public sealed interface Part {

    /// Whether it is filled from what a pattern's groups caught.
    default boolean usesGroups() {
      return switch (this) {
        case Group _, NamedGroup _ -> true;
        case Text _, FieldText _, Value _ -> false;
        case Changed changed -> changed.part().usesGroups();
      };
    }

    /// The index of its first character in the rule's text.
    int from();

    /// The index after its last character in the rule's text.
    int to();

    /// Text that stands as it is.
    record Text(String text, int from, int to) implements Part {}

    /// `$n`: the n-th group of the first `matches` that was true and has so many; empty where the group took no part.
    record Group(int number, int from, int to) implements Part {}

    /// `${name}`: the group of that name, chosen as for [Group].
    record NamedGroup(String name, int from, int to) implements Part {}

    /// `${field}`: the field's text when the rule began.
    record FieldText(Field field, int from, int to) implements Part {}

    /// `${part|upper|pad:3}`: a part that functions are applied to, one after the other.
    ///
    /// @param part      a group, a named group or a field's text
    /// @param functions at least one
    record Changed(Part part, List<TextFunction> functions, int from, int to) implements Part {
      public Changed {
        functions = List.copyOf(functions);
      }
    }

    /// A value that begins with `@`.
    ///
    /// @param written as it stands in the rule
    /// @param text    what it stood for when the rule was read
    record Value(String written, String text, int from, int to) implements Part {}
  }
}
