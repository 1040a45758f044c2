package app.lineup.rule.set;

import app.lineup.model.RuleKind;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A rule or filter of a rule set. Immutable.
///
/// @param kind   what it does with the channels that it matches
/// @param text   in the rule language, whether it can be understood or not
/// @param on     whether it takes part
/// @param note   what it is for, in a person's words; may be empty
/// @param others what a newer version of the form says of it besides, by name
public record SetEntry(RuleKind kind, String text, boolean on, String note, Map<String, JsonNode> others) {

  public SetEntry {
    // Not Map.copyOf: what is written again comes in the order in which it was read.
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  public SetEntry(RuleKind kind, String text, boolean on, String note) {
    this(kind, text, on, note, Map.of());
  }

  /// What is wrong with its text, empty where it can be understood.
  public Optional<RuleSyntaxException> mistake() {
    try {
      if (kind == RuleKind.RULE) {
        RuleParser.mappingRule(text);
      } else {
        RuleParser.condition(text);
      }
      return Optional.empty();
    } catch (RuleSyntaxException e) {
      return Optional.of(e);
    }
  }
}
