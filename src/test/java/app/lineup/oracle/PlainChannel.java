package app.lineup.oracle;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import java.util.LinkedHashMap;
import java.util.Map;

/// An entry with what rules made of it. Immutable.
///
/// @param entry   as the provider wrote it
/// @param changes the fields that were changed, in the order in which they first were
record PlainChannel(PlainEntry entry, Map<Field, String> changes) {

  PlainChannel(PlainEntry entry) {
    this(entry, Map.of());
  }

  /// The same with other texts, as far as they say something new.
  PlainChannel with(Map<Field, String> texts) {
    Map<Field, String> changed = new LinkedHashMap<>();
    texts.forEach((field, text) -> {
      if (!entry.says(field, text)) {
        changed.put(field, oneLine(text));
      }
    });
    return new PlainChannel(entry, changed);
  }

  static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }

  String text(Field field) {
    return text(field, changes);
  }

  /// The text of a field where these texts were set.
  String text(Field field, Map<Field, String> set) {
    if (field == DerivedField.MEDIA_TYPE) {
      return PlainEntry.mediaType(text(new Attribute("radio"), set), text(KnownField.STREAM_URL, set));
    }
    String changed = set.get(field);
    return changed != null ? changed : entry.text(field);
  }

  /// Whether it is a row of signs, or a name between them, and no channel (`M3U-37`).
  boolean isSeparator() {
    String name = text(KnownField.CHANNEL_NAME).strip();
    if (name.length() < 2 || Character.isLetterOrDigit(name.codePointAt(0))) {
      return false;
    }
    String sign = Character.toString(name.codePointAt(0));
    boolean between = name.length() >= 4 * sign.length() && name.startsWith(sign + sign) && name.endsWith(sign + sign);
    return between || name.length() > 2 && name.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
