package app.lineup.cli.output;

import app.lineup.model.Secrets;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object in UTF-8 as it is written, property by property; no text in it shows a credential but our own. Used
/// only where JSON is asked for, so that no other run loads the library. What goes wrong while writing is a
/// `JacksonException`. Not thread-safe; used by one thread.
final class MaskedJson {

  private final JsonGenerator json;

  private MaskedJson(JsonGenerator json) {
    this.json = json;
  }

  /// The object that `content` fills, and a line's end.
  static byte[] document(Consumer<MaskedJson> content) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      content.accept(new MaskedJson(json));
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  void text(String name, String value) {
    json.writeStringProperty(name, Secrets.mask(value));
  }

  /// A text of our own in which nothing is hidden: the address that a user is to copy has a token in it.
  void own(String name, String value) {
    json.writeStringProperty(name, value);
  }

  /// The same for several.
  void owns(String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  void texts(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  void number(String name, long value) {
    json.writeNumberProperty(name, value);
  }

  void number(String name, double value) {
    json.writeNumberProperty(name, value);
  }

  void truth(String name, boolean value) {
    json.writeBooleanProperty(name, value);
  }

  /// An object under `name`, which `content` fills.
  void object(String name, Runnable content) {
    json.writeObjectPropertyStart(name);
    content.run();
    json.writeEndObject();
  }

  /// An array under `name` with an object for each of `all`, which `content` fills.
  <T> void objects(String name, Iterable<T> all, Consumer<T> content) {
    json.writeArrayPropertyStart(name);
    for (T one : all) {
      json.writeStartObject();
      content.accept(one);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// An array of texts under `name`.
  void array(String name, Collection<String> all) {
    json.writeArrayPropertyStart(name);
    all.forEach(text -> json.writeString(Secrets.mask(text)));
    json.writeEndArray();
  }
}
