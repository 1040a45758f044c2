package app.lineup.rule.set;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes rule sets in the form that [RuleSetFile] reads. Thread-safe: no state.
public final class RuleSetWriter {

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private RuleSetWriter() {}

  /// The set as a file of UTF-8 with `\n` behind each line; what came from a newer version of the form is in it.
  public static byte[] write(RuleSet set) {
    ObjectWriter writer = JSON.writer().with(
        new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));
    try {
      return write(set, writer);
    } catch (JacksonException e) {
      // Half a surrogate pair, which a rule may look for and UTF-8 has no bytes for.
      return write(set, writer.with(JsonWriteFeature.ESCAPE_NON_ASCII));
    }
  }

  private static byte[] write(RuleSet set, ObjectWriter writer) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = writer.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("version", RuleSetReader.VERSION);
      json.writeStringProperty("name", set.name());
      json.writeStringProperty("description", set.description());
      json.writeArrayPropertyStart("rules");
      for (SetEntry entry : set.entries()) {
        json.writeStartObject();
        json.writeStringProperty("kind", entry.kind().word());
        json.writeStringProperty("text", entry.text());
        if (!entry.on()) {
          json.writeBooleanProperty("on", false);
        }
        if (!entry.note().isEmpty()) {
          json.writeStringProperty("note", entry.note());
        }
        write(json, entry.others());
        json.writeEndObject();
      }
      json.writeEndArray();
      write(json, set.others());
      json.writeEndObject();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Map<String, JsonNode> others) {
    others.forEach((name, value) -> {
      json.writeName(name);
      json.writeTree(value);
    });
  }
}
