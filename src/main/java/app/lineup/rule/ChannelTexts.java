package app.lineup.rule;

import app.lineup.model.Attribute;
import app.lineup.model.Changes;
import app.lineup.model.Channel;
import app.lineup.model.ChannelBlock;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.MediaType;
import app.lineup.model.Places;
import app.lineup.model.ProgrammeField;
import app.lineup.model.Trait;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of the channel at hand that some rule reads or sets. Not thread-safe; used by one thread.
final class ChannelTexts {

  /// The fields of which the media type is read off.
  static final Set<Field> TELL_MEDIA_TYPE = Set.of(KnownField.STREAM_URL, MediaType.RADIO_ATTRIBUTE);

  private final Map<Field, FieldText> byField = new LinkedHashMap<>();
  private final FieldText[] texts;
  private final FieldText[] changed;
  private final @Nullable FieldText mediaType;
  private Channel channel = FieldText.NO_CHANNEL;
  private int changes;

  ChannelTexts(Set<Field> fields) {
    for (Field field : fields) {
      byField.put(field, new FieldText(field));
    }
    texts = byField.values().toArray(FieldText[]::new);
    changed = new FieldText[texts.length];
    mediaType = byField.get(Trait.MEDIA_TYPE);
  }

  /// Begins with the next channel.
  void begin(Channel next) {
    changes = 0;
    channel = next;
    for (FieldText text : texts) {
      text.begin(next);
    }
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

  /// The text of a field; the same object for every channel.
  FieldText of(Field field) {
    FieldText text = byField.get(field);
    if (text == null) {
      throw new IllegalArgumentException("nobody said that " + field.ruleName() + " is read");
    }
    return text;
  }

  /// Gives a field a new text for this channel; what is read off it changes with it.
  void set(FieldText text, String value, boolean ascii) {
    if (!text.changed()) {
      changed[changes++] = text;
    }
    text.set(value, ascii);
    FieldText type = mediaType;
    if (type != null && text.tellsMediaType()) {
      type.set(MediaType.of(now(MediaType.RADIO_ATTRIBUTE), now(KnownField.STREAM_URL)).ruleName(), true);
    }
  }

  private String now(Field field) {
    FieldText text = byField.get(field);
    return text == null ? channel.text(field) : text.text();
  }

  /// `channel`, the one that was begun with, with the new texts; itself where they say what is written there already.
  Channel appliedTo(Channel channel) {
    Changes result = channel.changes();
    for (int i = 0; i < changes; i++) {
      FieldText text = changed[i];
      if (!isWritten(channel, text.field(), text.text())) {
        result = result.with(text.field(), text.text());
      }
    }
    return result == channel.changes() ? channel : channel.withChanges(result);
  }

  /// Whether the channel has this very text in the field's own place, or nothing there and nothing to write, so that
  /// setting it would change no byte.
  private static boolean isWritten(Channel channel, Field field, String text) {
    return switch (field) {
      case KnownField known -> isWritten(channel, known, text);
      case Attribute attribute ->
          (text.isEmpty() || channel.writes(attribute)) && channel.text(attribute).equals(text);
      case Trait trait -> false;
      case ProgrammeField programme -> false;
    };
  }

  private static boolean isWritten(Channel channel, KnownField field, String text) {
    String changed = channel.changed(field);
    if (changed != null) {
      return changed.equals(text);
    }
    int from = channel.from(field);
    if (from < 0) {
      return text.isEmpty() && channel.text(field).isEmpty();
    }
    boolean ownPlace = from != channel.place(Places.EXTGRP_FROM) && from != channel.place(Places.STAND_IN_FROM);
    return ownPlace && mayBe(channel, field, from, text) && !(text.isEmpty() && channel.is(Places.NO_ID))
        && channel.text(field).equals(text);
  }

  /// Whether the text in the entry can be `text`, by a look that decodes nothing: most differ in length or first
  /// letter.
  private static boolean mayBe(Channel channel, KnownField field, int from, String text) {
    int length = channel.to(field) - from;
    if (text.isEmpty() || length == 0) {
      return text.length() == length;
    }
    byte first = channel.block()[from];
    boolean sameLength = channel.is(Places.ASCII) ? text.length() == length : text.length() <= length;
    return sameLength && (first < 0 || first == text.charAt(0));
  }
}
