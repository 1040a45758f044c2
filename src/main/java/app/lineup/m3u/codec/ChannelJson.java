package app.lineup.m3u.codec;

import app.lineup.model.Attribute;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;
import app.lineup.model.channel.Overrides;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A channel as an object of JSON: its entry as a text where it is UTF-8, as base64 elsewhere; its places relative
/// to the entry; origin and changes. Thread-safe: no state.
final class ChannelJson {

  private ChannelJson() {}

  static void write(Channel channel, JsonGenerator json) {
    int from = channel.place(EntryLayout.ENTRY_FROM);
    byte[] entry = Arrays.copyOfRange(channel.block(), from, channel.place(EntryLayout.ENTRY_TO));
    json.writeStartObject();
    String text = new String(entry, StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), entry)) {
      json.writeStringProperty("entry", text);
    } else {
      json.writeBinaryProperty("bytes", entry);
    }
    json.writeName("places");
    writeInts(PlacesForm.fromZero(channel), json);
    json.writeName("origin");
    writeOrigin(channel.origin(), json);
    if (!channel.changes().isEmpty()) {
      json.writeName("changes");
      writeChanges(channel.changes(), json);
    }
    json.writeEndObject();
  }

  private static void writeInts(int[] numbers, JsonGenerator json) {
    json.writeArray(numbers, 0, numbers.length);
  }

  private static void writeOrigin(Origin origin, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", origin.sourceName());
    json.writeStringProperty("type", origin.sourceType());
    json.writeStringProperty("url", origin.sourceUrl());
    json.writeStringProperty("group", origin.stickyGroup());
    json.writeName("header");
    writeTexts(origin.headerValues(), json);
    json.writeEndObject();
  }

  private static void writeTexts(Map<String, String> texts, JsonGenerator json) {
    json.writeStartObject();
    texts.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  /// Fields by the names of the constants; attributes by their keys, which are in an object of their own.
  private static void writeChanges(Overrides changes, JsonGenerator json) {
    json.writeStartObject();
    for (KnownField field : KnownField.values()) {
      String value = changes.of(field);
      if (value != null) {
        json.writeStringProperty(field.name(), value);
      }
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    changes.attributes().forEach((attribute, value) -> attributes.put(attribute.key(), value));
    json.writeName("attributes");
    writeTexts(attributes, json);
    json.writeEndObject();
  }

  static Channel read(JsonParser json) {
    byte[] entry = {};
    int[] places = {};
    Origin origin = new Origin("", "", "", "", Map.of());
    Overrides changes = Overrides.NONE;
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "entry" -> entry = json.getString().getBytes(StandardCharsets.UTF_8);
        case "bytes" -> entry = json.getBinaryValue();
        case "places" -> places = readInts(json);
        case "origin" -> origin = readOrigin(json);
        case "changes" -> changes = readChanges(json);
        default -> throw new IllegalStateException("no part of a channel: " + name);
      }
    }
    return new Channel(entry, places, origin).withChanges(changes);
  }

  private static int[] readInts(JsonParser json) {
    List<Integer> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(json.getIntValue());
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Map<String, String> readTexts(JsonParser json) {
    Map<String, String> texts = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      texts.put(name, json.getString());
    }
    return texts;
  }

  private static Origin readOrigin(JsonParser json) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> header = Map.of();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.START_OBJECT) {
        header = readTexts(json);
      } else {
        texts.put(name, json.getString());
      }
    }
    return new Origin(text(texts, "name"), text(texts, "type"), text(texts, "url"), text(texts, "group"), header);
  }

  private static String text(Map<String, String> texts, String name) {
    return texts.getOrDefault(name, "");
  }

  private static Overrides readChanges(JsonParser json) {
    Overrides changes = Overrides.NONE;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.START_OBJECT) {
        for (Map.Entry<String, String> one : readTexts(json).entrySet()) {
          changes = changes.with(new Attribute(one.getKey()), one.getValue());
        }
      } else {
        changes = changes.with(KnownField.valueOf(name), json.getString());
      }
    }
    return changes;
  }
}
