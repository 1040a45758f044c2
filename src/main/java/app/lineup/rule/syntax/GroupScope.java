package app.lineup.rule.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The groups that a condition's patterns offer to a template. Immutable.
///
/// Only patterns that can have been true count: not those under a `NOT`.
///
/// @param patterns how many can give groups
/// @param groups   the highest number among them
/// @param names    the names of their groups
public record GroupScope(int patterns, int groups, List<String> names) {

  /// No group can be named.
  public static final GroupScope NONE = new GroupScope(0, 0, List.of());

  /// The groups of the patterns of a condition.
  public static GroupScope of(Condition condition) {
    List<Condition.Comparison> comparisons = new ArrayList<>();
    collect(condition, false, comparisons);
    int groups = 0;
    List<String> names = new ArrayList<>();
    for (Condition.Comparison comparison : comparisons) {
      Pattern pattern = Patterns.compile(comparison.value(), comparison.likeness());
      groups = Math.max(groups, pattern.matcher("").groupCount());
      names.addAll(pattern.namedGroups().keySet());
    }
    return new GroupScope(comparisons.size(), groups, List.copyOf(names));
  }

  private static void collect(Condition condition, boolean negated, List<Condition.Comparison> into) {
    switch (condition) {
      case Condition.AllOf all -> all.parts().forEach(part -> collect(part, negated, into));
      case Condition.AnyOf any -> any.parts().forEach(part -> collect(part, negated, into));
      case Condition.Not not -> collect(not.part(), !negated, into);
      case Condition.IsEmpty empty -> { }
      case Condition.Ordered ordered -> { }
      case Condition.OneOf one -> { }
      case Condition.Comparison comparison -> {
        if (!negated && comparison.operator() == TextOperator.MATCHES) {
          into.add(comparison);
        }
      }
    }
  }

  boolean has(int group) {
    return patterns > 0 && group <= groups;
  }

  /// In words, for messages.
  String described() {
    return switch (patterns) {
      case 0 -> "no $ with a number, because no `matches` gives groups here (a plain $ is written \\$)";
      default -> groups == 0 ? "$0, because the pattern has no groups" : "one of $0 to $" + groups
          + ", because the pattern has " + groups + (groups == 1 ? " group" : " groups");
    };
  }
}
