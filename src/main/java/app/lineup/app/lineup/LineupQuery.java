package app.lineup.app.lineup;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.editor.PlainWords;
import app.lineup.rule.syntax.RuleFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is searched for. Immutable.
///
/// @param condition what a channel has to fulfil, in the rule language; empty where every one does
/// @param group     the group that it has to be in, by its exact name; a channel of `A;B` is in both. The empty name
///                  means no group
public record LineupQuery(String condition, Optional<String> group) {

  /// What a user typed: an expression of the rule language where it begins like one, else words, each of which has to
  /// be in the name, the group or the guide's id, in any case.
  ///
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if it begins like an expression and is none
  public static LineupQuery of(String text, Optional<String> group) {
    return new LineupQuery(PlainWords.expression(text), group);
  }

  /// The filters that a channel has to pass, one after the other.
  List<CompiledFilters> filters() {
    List<String> conditions = new ArrayList<>();
    group.map(name -> name.isBlank()
        ? KnownField.GROUP_TITLE.ruleName() + " is_empty"
        : KnownField.GROUP_TITLE.ruleName() + " equals " + RuleFormat.quoted(name) + " case_sensitive")
        .ifPresent(conditions::add);
    if (!condition.isEmpty()) {
      conditions.add(condition);
    }
    return conditions.stream()
        .map(one -> CompiledFilters.compile(List.of(new Filter(Filter.Mode.INCLUDE, one, true)))).toList();
  }
}
