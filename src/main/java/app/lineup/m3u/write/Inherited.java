package app.lineup.m3u.write;

import app.lineup.m3u.Inheritance;
import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the entries of one origin have to say themselves. Immutable; nobody writes to its arrays.
///
/// @param group  the lasting group in UTF-8, empty for none
/// @param header what is written into entries that do not have it, in the order of the header
record Inherited(byte[] group, Value[] header) {

  static final Inherited NOTHING = new Inherited(new byte[0], new Value[0]);

  /// An attribute of the header line.
  ///
  /// @param value in UTF-8
  record Value(Field field, AttributeKey key, byte[] value) {}

  static Inherited of(Origin origin, Inheritance inheritance) {
    return switch (inheritance) {
      case LEFT_IN_PLACE -> NOTHING;
      case WRITTEN_OUT -> new Inherited(utf8(origin.stickyGroup()), NOTHING.header());
      case WRITTEN_OUT_WITH_HEADER -> new Inherited(utf8(origin.stickyGroup()), header(origin));
    };
  }

  boolean isNothing() {
    return group.length == 0 && header.length == 0;
  }

  private static Value[] header(Origin origin) {
    List<Value> values = new ArrayList<>();
    origin.headerValues().forEach((key, value) -> {
      Field field = field(key);
      // One number for all channels of a list is no number, and a group is not read from the header either.
      if (field != KnownField.TVG_CHNO && field != KnownField.GROUP_TITLE) {
        values.add(new Value(field, AttributeKey.of(key), utf8(value)));
      }
    });
    return values.toArray(Value[]::new);
  }

  private static Field field(String key) {
    for (KnownField field : KnownField.values()) {
      if (field.isAttribute() && field.attribute().equals(key)) {
        return field;
      }
    }
    return new Attribute(key);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
