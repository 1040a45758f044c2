package app.lineup.rule.set;

import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Rules and filters in their order, under a name. Immutable.
///
/// @param name        what it is called; may be empty
/// @param description what it does, in a person's words; may be empty
/// @param entries     rules run in this order
/// @param others      what a newer version of the form says besides, by name
public record RuleSet(String name, String description, List<SetEntry> entries, Map<String, JsonNode> others) {

  public RuleSet {
    entries = List.copyOf(entries);
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  public RuleSet(String name, String description, List<SetEntry> entries) {
    this(name, description, entries, Map.of());
  }

  /// Its rules as a run takes them.
  public List<Rule> rules() {
    return entries.stream().filter(entry -> entry.kind() == RuleKind.RULE)
        .map(entry -> new Rule(entry.text(), entry.on())).toList();
  }

  /// Its filters as a run takes them.
  public List<Filter> filters() {
    return entries.stream().filter(entry -> entry.kind() != RuleKind.RULE)
        .map(entry -> new Filter(
            entry.kind() == RuleKind.INCLUDE ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE, entry.text(), entry.on()))
        .toList();
  }
}
