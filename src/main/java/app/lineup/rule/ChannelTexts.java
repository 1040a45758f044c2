package app.lineup.rule;

import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of the entry at hand that some rule reads or sets. Not thread-safe; used by one thread.
final class ChannelTexts {

  /// The fields of which the media type is read off.
  static final Set<Field> TELL_MEDIA_TYPE = Set.of(KnownField.STREAM_URL, MediaType.RADIO_ATTRIBUTE);

  private final Map<Field, FieldText> byField = new LinkedHashMap<>();
  private final FieldText[] texts;
  private final @Nullable FieldText mediaType;

  ChannelTexts(Set<Field> fields) {
    for (Field field : fields) {
      byField.put(field, new FieldText(field));
    }
    texts = byField.values().toArray(FieldText[]::new);
    mediaType = byField.get(DerivedField.MEDIA_TYPE);
  }

  /// Begins with the next block, at none of its entries yet.
  void begin(ChannelBlock next) {
    for (FieldText text : texts) {
      text.begin(next);
    }
  }

  /// Lets go of the block.
  void end() {
    for (FieldText text : texts) {
      text.end();
    }
  }

  /// Says that an entry of the block was given a new text; what is read off it changes with it.
  void changed(FieldText text, int entry) {
    text.changes(entry);
    FieldText type = mediaType;
    if (type != null && text.tellsMediaType()) {
      type.changes(entry);
    }
  }

  /// The text of a field; the same object for every entry.
  FieldText of(Field field) {
    FieldText text = byField.get(field);
    if (text == null) {
      throw new IllegalArgumentException("nobody said that " + field.ruleName() + " is read");
    }
    return text;
  }
}
