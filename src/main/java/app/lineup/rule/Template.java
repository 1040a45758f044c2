package app.lineup.rule;

import app.lineup.model.Field;
import java.util.List;

/// A value of an assignment: text with places to be filled in. Immutable.
///
/// @param parts put together in this order
public record Template(List<Part> parts) {

  public Template {
    parts = List.copyOf(parts);
  }

  /// A piece of a template.
  public sealed interface Part {

    /// Text that stands as it is.
    record Text(String text) implements Part {}

    /// `$n`: the n-th group of the `matches` that was true and has so many, the last such one in the condition's order;
    /// empty where the group took no part.
    record Group(int number) implements Part {}

    /// `${name}`: the group of that name, chosen as for [Group].
    record NamedGroup(String name) implements Part {}

    /// `${field}`: the field's text when the rule began.
    record FieldText(Field field) implements Part {}
  }
}
