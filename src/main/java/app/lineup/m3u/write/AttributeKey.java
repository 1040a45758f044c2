package app.lineup.m3u.write;

import app.lineup.model.KnownField;
import java.nio.charset.StandardCharsets;

/// An attribute's key as it is written where an entry does not have it. Immutable; nobody writes to its bytes.
///
/// @param name   its text, in lower case
/// @param opened what stands before its value: a blank, the key, `="`, in UTF-8
record AttributeKey(String name, byte[] opened) {

  private static final AttributeKey[] KNOWN = known();

  static AttributeKey of(String name) {
    return new AttributeKey(name, (" " + name + "=\"").getBytes(StandardCharsets.UTF_8));
  }

  /// That of a field which is an attribute.
  static AttributeKey of(KnownField field) {
    return KNOWN[field.ordinal()];
  }

  private static AttributeKey[] known() {
    KnownField[] fields = KnownField.values();
    var keys = new AttributeKey[fields.length];
    for (KnownField field : fields) {
      keys[field.ordinal()] = of(field.attribute());
    }
    return keys;
  }
}
