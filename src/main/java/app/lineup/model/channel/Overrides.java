package app.lineup.model.channel;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a channel that were set after it was read, by a rule, an edit or the numbering. Immutable.
///
/// An empty text means that the field was set to be blank; a field that is not mentioned is as the provider wrote it.
public final class Overrides {

  /// Nothing was changed: the entry is copied as it stands.
  public static final Overrides NONE = new Overrides(new @Nullable String[KnownField.values().length], Map.of());

  private final @Nullable String[] known;
  private final Map<Attribute, String> attributes;

  private Overrides(@Nullable String[] known, Map<Attribute, String> attributes) {
    this.known = known;
    this.attributes = attributes;
  }

  /// These changes and one more. Line ends and NUL become spaces, because no value can hold them.
  ///
  /// @throws IllegalArgumentException if `field` is a [DerivedField] or a [ProgrammeField], which cannot be set
  public Overrides with(Field field, String value) {
    String clean = oneLine(value);
    return switch (field) {
      case KnownField f -> {
        @Nullable String[] more = known.clone();
        more[f.ordinal()] = clean;
        yield new Overrides(more, attributes);
      }
      case Attribute a -> {
        Map<Attribute, String> more = new LinkedHashMap<>(attributes);
        more.put(a, clean);
        yield new Overrides(known, more);
      }
      case DerivedField t -> throw new IllegalArgumentException(t.ruleName() + " can only be read");
      case ProgrammeField p -> throw new IllegalArgumentException(p.ruleName() + " is no field of a channel");
    };
  }

  /// The new text of `field`, or null where it was not changed.
  public @Nullable String of(KnownField field) {
    return known[field.ordinal()];
  }

  /// The new text of `attribute`, or null where it was not changed.
  public @Nullable String of(Attribute attribute) {
    return attributes.get(attribute);
  }

  /// The changed attributes in the order of their first change.
  public Map<Attribute, String> attributes() {
    return attributes;
  }

  /// Whether nothing was changed.
  public boolean isEmpty() {
    return this == NONE;
  }

  /// Three searches that the JVM does many bytes at a time are quicker than one look at each character.
  private static String oneLine(String value) {
    boolean clean = value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && value.indexOf('\0') < 0;
    return clean ? value : value.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }
}
