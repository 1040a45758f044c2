package app.lineup.rule;

import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.TextOperator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The patterns of some conditions, each compiled once. Immutable, thread-safe.
final class PatternSet {

  private record Key(String pattern, ComparisonOptions likeness) {}

  private final Map<Key, CompiledPattern> patterns;

  PatternSet(Iterable<Condition> conditions) {
    Map<Key, CompiledPattern> found = new HashMap<>();
    for (Condition condition : conditions) {
      collect(condition, found);
    }
    patterns = Map.copyOf(found);
  }

  private static void collect(Condition condition, Map<Key, CompiledPattern> into) {
    switch (condition) {
      case Condition.AllOf all -> all.parts().forEach(part -> collect(part, into));
      case Condition.AnyOf any -> any.parts().forEach(part -> collect(part, into));
      case Condition.Not not -> collect(not.part(), into);
      case Condition.IsEmpty empty -> { }
      case Condition.Ordered ordered -> { }
      case Condition.OneOf one -> { }
      case Condition.Comparison comparison -> {
        if (comparison.operator() == TextOperator.MATCHES) {
          into.computeIfAbsent(new Key(comparison.value(), comparison.likeness()),
              key -> new CompiledPattern(key.pattern(), key.likeness()));
        }
      }
    }
  }

  CompiledPattern of(String pattern, ComparisonOptions likeness) {
    @Nullable CompiledPattern compiled = patterns.get(new Key(pattern, likeness));
    if (compiled == null) {
      throw new IllegalArgumentException("a pattern of another condition: " + pattern);
    }
    return compiled;
  }
}
