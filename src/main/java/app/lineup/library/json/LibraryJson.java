package app.lineup.library.json;

import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.LibrarySource.Place;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.model.RuleKind;
import app.lineup.model.Secrets;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes and reads a library as JSON. Logins are left out: of an address that holds one, what is shown of it is
/// written, and marked. What a newer program has written besides is passed over. Thread-safe: no state that changes.
public final class LibraryJson {

  private static final String FORMAT = "lineup-library";
  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private LibraryJson() {}

  /// What was read. Immutable.
  ///
  /// @param library       what the text says
  /// @param withoutLogin  the names of the sources whose addresses have to be given again
  public record Read(Library library, List<String> withoutLogin) {

    /// Copies the list.
    public Read {
      withoutLogin = List.copyOf(withoutLogin);
    }
  }

  /// The library as a text, with line ends.
  public static String write(Library library) {
    ObjectNode all = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
    ArrayNode sources = all.putArray("sources");
    for (LibrarySource source : library.sources()) {
      String shown = Secrets.mask(source.text());
      ObjectNode one = sources.addObject().put("name", Secrets.mask(source.name())).put("place", source.place().name())
          .put("text", shown).put("on", source.on());
      if (!shown.equals(source.text())) {
        one.put("withoutLogin", true);
      }
    }
    ArrayNode rules = all.putArray("rules");
    library.rules().forEach(rule -> {
      String shown = Secrets.maskRule(rule.text());
      // One without its login would do something else.
      rules.addObject().put("kind", rule.kind().word()).put("text", shown)
          .put("on", rule.on() && shown.equals(rule.text()));
    });
    ObjectNode settings = all.putObject("settings");
    Stream.of(Setting.values()).filter(setting -> !setting.isSecret())
        .forEach(setting -> library.setting(setting).ifPresent(value -> settings.put(setting.key(), value)));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  /// The library that a text holds.
  ///
  /// @param name what the text is called in an error
  /// @throws PipelineException if it is no library, or one of a newer version
  public static Read read(String text, String name) throws PipelineException {
    JsonNode all = parsed(text, name);
    if (!all.path("format").asString("").equals(FORMAT)) {
      throw refused(name, "this is JSON, but no library of Lineup", "Choose a file that was exported in Settings.");
    }
    if (all.path("version").asInt(0) != VERSION) {
      throw refused(name, "a newer version of Lineup has written this library", "Import it with that version.");
    }
    List<String> withoutLogin = new ArrayList<>();
    List<LibrarySource> sources = new ArrayList<>();
    long id = 1;
    for (JsonNode one : all.path("sources")) {
      Place place = Stream.of(Place.values()).filter(value -> value.name().equals(one.path("place").asString("")))
          .findFirst()
          .orElseThrow(
              () -> refused(name, "a source in it has no place that is known", "Mend the file, or export it again."));
      boolean incomplete = one.path("withoutLogin").asBoolean(false);
      String called = one.path("name").asString("");
      if (incomplete) {
        withoutLogin.add(called);
      }
      sources.add(new LibrarySource(id++, called, place, one.path("text").asString(""),
          one.path("on").asBoolean(true) && !incomplete));
    }
    List<RuleRow> rules = new ArrayList<>();
    for (JsonNode one : all.path("rules")) {
      RuleKind kind = Stream.of(RuleKind.values()).filter(value -> value.word().equals(one.path("kind").asString("")))
          .findFirst()
          .orElseThrow(
              () -> refused(name, "a rule in it is of no kind that is known", "Mend the file, or export it again."));
      rules.add(new RuleRow(id++, kind, one.path("text").asString(""), one.path("on").asBoolean(true)));
    }
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    for (Map.Entry<String, JsonNode> one : all.path("settings").properties()) {
      Setting.of(one.getKey()).filter(setting -> !setting.isSecret())
          .ifPresent(setting -> settings.put(setting, one.getValue().asString("")));
    }
    return new Read(new Library(0, sources, rules, settings, 0, id), withoutLogin);
  }

  private static JsonNode parsed(String text, String name) throws PipelineException {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new PipelineException(PipelineException.Kind.USER, name, "this is no JSON, and so no library of Lineup",
          "Choose a file that was exported in Settings.", e);
    }
  }

  private static PipelineException refused(String name, String what, String advice) {
    return new PipelineException(PipelineException.Kind.USER, name, what, advice);
  }
}
