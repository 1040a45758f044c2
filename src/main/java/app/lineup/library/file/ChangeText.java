package app.lineup.library.file;

import app.lineup.library.Label;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibraryChange.Added;
import app.lineup.library.LibraryChange.Changed;
import app.lineup.library.LibraryChange.EditsChanged;
import app.lineup.library.LibraryChange.Moved;
import app.lineup.library.LibraryChange.Removed;
import app.lineup.library.LibraryChange.SettingChanged;
import app.lineup.library.LibrarySource;
import app.lineup.library.Row;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.model.RuleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The changes of a batch, and its label, as texts of JSON in the library's file. Thread-safe: no state that changes.
final class ChangeText {

  private static final JsonMapper JSON = new JsonMapper();

  private ChangeText() {}

  static String of(Label label) {
    ArrayNode all = JSON.createArrayNode().add(label.key());
    label.args().forEach(all::add);
    return JSON.writeValueAsString(all);
  }

  static Label label(String text) {
    List<String> words = new ArrayList<>();
    JSON.readTree(text).forEach(word -> words.add(word.asString()));
    return new Label(words.getFirst(), words.subList(1, words.size()));
  }

  static String of(List<LibraryChange> changes) {
    ArrayNode all = JSON.createArrayNode();
    changes.forEach(change -> all.add(node(change)));
    return JSON.writeValueAsString(all);
  }

  static List<LibraryChange> changes(String text) {
    List<LibraryChange> all = new ArrayList<>();
    JSON.readTree(text).forEach(node -> all.add(change(node)));
    return all;
  }

  private static ObjectNode node(LibraryChange change) {
    ObjectNode node = JSON.createObjectNode();
    switch (change) {
      case Added(Row row, int position) -> node.put("do", "add").put("at", position).set("row", row(row));
      case Removed(Row row, int position) -> node.put("do", "remove").put("at", position).set("row", row(row));
      case Moved(Row row, int from, int to) -> node.put("do", "move").put("from", from).put("to", to)
          .set("row", row(row));
      case Changed(Row before, Row after) -> node.put("do", "change").set("before", row(before))
          .set("after", row(after));
      case SettingChanged(Setting setting, Optional<String> before, Optional<String> after) -> {
        node.put("do", "set").put("name", setting.key());
        before.ifPresent(value -> node.put("before", value));
        after.ifPresent(value -> node.put("after", value));
      }
      case EditsChanged(long edits, boolean on) -> node.put("do", "edits").put("batch", edits).put("on", on);
    }
    return node;
  }

  private static ObjectNode row(Row row) {
    ObjectNode node = JSON.createObjectNode().put("id", row.id());
    return switch (row) {
      case LibrarySource(long _, String name, LibrarySource.Place place, String text, boolean on) ->
          node.put("name", name).put("place", place.name()).put("text", text).put("on", on);
      case RuleRow(long _, RuleKind kind, String text, boolean on) ->
          node.put("kind", kind.name()).put("text", text).put("on", on);
    };
  }

  private static LibraryChange change(JsonNode node) {
    String what = node.path("do").asString();
    return switch (what) {
      case "add" -> new Added(row(node.path("row")), node.path("at").asInt());
      case "remove" -> new Removed(row(node.path("row")), node.path("at").asInt());
      case "move" -> new Moved(row(node.path("row")), node.path("from").asInt(), node.path("to").asInt());
      case "change" -> new Changed(row(node.path("before")), row(node.path("after")));
      case "set" -> new SettingChanged(Setting.of(node.path("name").asString()).orElseThrow(), text(node, "before"),
          text(node, "after"));
      case "edits" -> new EditsChanged(node.path("batch").asLong(), node.path("on").asBoolean());
      default -> throw new IllegalArgumentException("no change: " + what);
    };
  }

  private static Optional<String> text(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name).asString()) : Optional.empty();
  }

  private static Row row(JsonNode node) {
    long id = node.path("id").asLong();
    String text = node.path("text").asString();
    boolean on = node.path("on").asBoolean();
    return node.has("kind")
        ? new RuleRow(id, RuleKind.valueOf(node.path("kind").asString()), text, on)
        : new LibrarySource(id, node.path("name").asString(),
            LibrarySource.Place.valueOf(node.path("place").asString()), text, on);
  }
}
