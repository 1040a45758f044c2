package app.lineup.rule.set;

import app.lineup.model.NearestName;
import app.lineup.model.RuleKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads one rule set, token by token, so that whatever is wrong has its line. Not thread-safe; used once.
final class RuleSetReader {

  static final int VERSION = 1;
  static final int MOST_ENTRIES = 10_000;

  private static final String PLAYLIST = "#EXTM3U";

  /// Keeps numbers that it does not know as they are written.
  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  private final String file;
  private final byte[] content;

  RuleSetReader(String file, byte[] content) {
    this.file = file;
    this.content = content;
  }

  RuleSetFile read() throws RuleSetException {
    String begin = new String(content, 0, Math.min(content.length, 64), StandardCharsets.UTF_8).strip();
    if (begin.isEmpty()) {
      throw refused("it is empty", "Export the rules once more.");
    }
    if (begin.startsWith(PLAYLIST) || begin.startsWith("\uFEFF" + PLAYLIST)) {
      throw refused("it is a playlist, not a rule set", "Lists are named without --rules, or added in Sources.");
    }
    try (JsonParser json = JSON.createParser(content)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw refused("it is JSON, but no rule set: it has to begin with {", "Export the rules from the window.");
      }
      RuleSetFile read = readSet(json);
      if (json.nextToken() != null) {
        throw wrong(json, "something follows behind the rule set", "Take it out.");
      }
      return read;
    } catch (StreamConstraintsException e) {
      throw refused("it is nested too deep, or has a text or number that is too long" + at(e.getLocation()),
          "See whether this is a rule set.");
    } catch (JacksonException e) {
      // What stands behind it says in words of the library where something began.
      String what = String.valueOf(e.getOriginalMessage()).replaceFirst(" \\(start marker at .*", "");
      throw what.startsWith("Duplicate")
          ? refused("a name stands twice in one object" + at(e.getLocation()) + ": " + what, "Take one of them out.")
          : refused("it is not JSON" + at(e.getLocation()) + ": " + what,
              "Mend it there, or export the rules once more.");
    }
  }

  private RuleSetFile readSet(JsonParser json) throws RuleSetException {
    boolean versioned = false;
    boolean filled = false;
    String name = "";
    String description = "";
    List<SetEntry> entries = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    Map<String, JsonNode> others = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = json.currentName();
      JsonToken value = json.nextToken();
      switch (property) {
        case "version" -> {
          verifyVersion(json, value);
          versioned = true;
        }
        case "name" -> name = text(json, property);
        case "description" -> description = text(json, property);
        case "rules" -> {
          readEntries(json, entries, lines);
          filled = true;
        }
        default -> others.put(property, json.readValueAsTree());
      }
    }
    if (!versioned || !filled) {
      throw refused("it is JSON, but no rule set: \"" + (versioned ? "rules" : "version") + "\" is missing",
          "A rule set looks like {\"version\": 1, \"rules\": [{\"kind\": \"rule\", \"text\": \"…\"}]}.");
    }
    return new RuleSetFile(file, new RuleSet(name, description, entries, others), lines);
  }

  private void verifyVersion(JsonParser json, JsonToken value) throws RuleSetException {
    if (value != JsonToken.VALUE_NUMBER_INT || json.getDecimalValue().signum() <= 0) {
      throw wrong(json, "\"version\" has to be a number like 1", "");
    }
    if (json.getDecimalValue().intValue() != VERSION || json.getDecimalValue().precision() > 9) {
      throw wrong(json, "it is of version " + json.getString() + " of the form, and this program knows only version "
          + VERSION,
          "A newer Lineup wrote it: install that, or have it exported by this one.");
    }
  }

  private void readEntries(JsonParser json, List<SetEntry> entries, List<Long> lines) throws RuleSetException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(json, "\"rules\" has to be a list in [ ]", "");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (entries.size() == MOST_ENTRIES) {
        throw wrong(json, "it has more than " + MOST_ENTRIES + " rules", "Make several sets of it.");
      }
      lines.add((long) json.currentTokenLocation().getLineNr());
      entries.add(entry(json, entries.size() + 1));
    }
  }

  private SetEntry entry(JsonParser json, int number) throws RuleSetException {
    String shown = "entry " + number + ": ";
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(json, shown + "each of the rules has to be an object in { }", "");
    }
    TokenStreamLocation begin = json.currentTokenLocation();
    RuleKind kind = null;
    String text = null;
    boolean on = true;
    String note = "";
    Map<String, JsonNode> others = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = json.currentName();
      JsonToken value = json.nextToken();
      switch (property) {
        case "kind" -> kind = kind(json, shown);
        case "text" -> text = text(json, property);
        case "on" -> on = switch (value) {
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case null, default -> throw wrong(json, shown + "\"on\" has to be true or false", "");
        };
        case "note" -> note = text(json, property);
        default -> others.put(property, json.readValueAsTree());
      }
    }
    if (kind == null || text == null) {
      throw missing(shown, kind == null ? "kind" : "text", begin, others.keySet());
    }
    return new SetEntry(kind, text, on, note, others);
  }

  private RuleKind kind(JsonParser json, String shown) throws RuleSetException {
    String word = text(json, "kind");
    List<String> words = Arrays.stream(RuleKind.values()).map(RuleKind::word).toList();
    int index = words.indexOf(word);
    if (index < 0) {
      String near = NearestName.to(word, words);
      throw wrong(json, shown + "\"kind\" is \"" + word + "\", and has to be rule, include or exclude",
          near.isEmpty() ? "" : "Did you mean " + near + "?");
    }
    return RuleKind.values()[index];
  }

  private String text(JsonParser json, String property) throws RuleSetException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong(json, "\"" + property + "\" has to be a text in quotes", "");
    }
    return json.getString();
  }

  private RuleSetException missing(String shown, String name, TokenStreamLocation begin, Set<String> others) {
    String meant = others.stream().filter(other -> NearestName.to(other, List.of(name)).equals(name)).findFirst()
        .orElse("");
    return refused(shown + "\"" + name + "\" is missing" + at(begin),
        meant.isEmpty() ? "" : "\"" + meant + "\" stands there: was " + name + " meant?");
  }

  private RuleSetException wrong(JsonParser json, String what, String advice) {
    return refused(what + at(json.currentTokenLocation()), advice);
  }

  private RuleSetException refused(String what, String advice) {
    return new RuleSetException(file, what, advice);
  }

  private static String at(@Nullable TokenStreamLocation place) {
    return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
  }
}
