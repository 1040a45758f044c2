package app.lineup.rule.syntax;

import java.util.List;
import java.util.Optional;

/// A mapping rule, understood. Immutable.
///
/// @param condition which channels it is for; all of them where empty
/// @param actions   what it does, in order, at least one
/// @param text      the rule as the user wrote it
public record MappingRule(Optional<Condition> condition, List<Action> actions, String text) {

  public MappingRule {
    actions = List.copyOf(actions);
  }

  /// Whether it drops the channels that it is for.
  public boolean removes() {
    return actions.stream().anyMatch(Action.Remove.class::isInstance);
  }
}
