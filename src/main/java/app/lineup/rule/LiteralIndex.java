package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.rule.pattern.LiteralAutomaton;
import app.lineup.rule.pattern.Needle;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.TextOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The plain texts that some comparisons of one field cannot do without, to be looked for in one pass. Immutable,
/// thread-safe; a [LiteralPass] holds what is one thread's own.
final class LiteralIndex {

  /// With fewer it is quicker to look for each alone.
  private static final int MIN_COMPARISONS = 4;

  private final LiteralAutomaton automaton;
  private final Map<Key, Integer> bitOf;
  private final long[] bare;

  private LiteralIndex(LiteralAutomaton automaton, Map<Key, Integer> bitOf, long[] bare) {
    this.automaton = automaton;
    this.bare = bare;
    this.bitOf = Map.copyOf(bitOf);
  }

  /// The index of each field for which it is worth having one. Fields with few texts have none: each of these is
  /// asked once.
  static Map<Field, LiteralIndex> of(Iterable<Condition> conditions, PatternSet patterns) {
    Map<Field, Map<Key, List<Needle>>> byField = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      collect(condition, patterns, byField);
    }
    Map<Field, LiteralIndex> found = new HashMap<>();
    byField.forEach((field, needles) -> {
      if (needles.size() >= MIN_COMPARISONS) {
        found.put(field, of(needles));
      }
    });
    return Map.copyOf(found);
  }

  private static void collect(
      Condition condition, PatternSet patterns, Map<Field, Map<Key, List<Needle>>> into) {
    switch (condition) {
      case Condition.AllOf all -> all.parts().forEach(part -> collect(part, patterns, into));
      case Condition.AnyOf any -> any.parts().forEach(part -> collect(part, patterns, into));
      case Condition.Not not -> collect(not.part(), patterns, into);
      case Condition.IsEmpty empty -> { }
      case Condition.Ordered ordered -> { }
      case Condition.OneOf one -> { }
      case Condition.Comparison comparison -> {
        List<Needle> needles = CheckBuilder.hasFewTexts(comparison.field()) ? List.of() : needles(comparison, patterns);
        if (!needles.isEmpty()) {
          into.computeIfAbsent(comparison.field(), field -> new LinkedHashMap<>()).put(key(comparison), needles);
        }
      }
    }
  }

  private static List<Needle> needles(Condition.Comparison comparison, PatternSet patterns) {
    return switch (comparison.operator()) {
      case CONTAINS -> Needle.of(comparison.value(), comparison.likeness()).map(List::of).orElse(List.of());
      case MATCHES -> patterns.of(comparison.value(), comparison.likeness()).needles();
      case EQUALS, STARTS_WITH, ENDS_WITH -> List.of(); // One look at the edge of the text says no.
    };
  }

  private record Key(TextOperator operator, String value, ComparisonOptions likeness) {}

  private static Key key(Condition.Comparison comparison) {
    return new Key(comparison.operator(), comparison.value(), comparison.likeness());
  }

  private static LiteralIndex of(Map<Key, List<Needle>> needles) {
    var builder = new LiteralAutomaton.Builder(
        needles.values().stream().flatMap(List::stream).map(Needle::folded).toList());
    Map<Key, Integer> bitOf = new HashMap<>();
    needles.forEach((key, some) -> {
      int bit = bitOf.size();
      List<LiteralAutomaton.Literal> literals = new ArrayList<>();
      some.forEach(needle -> literals.add(new LiteralAutomaton.Literal(needle.folded(), bit)));
      if (builder.add(literals)) {
        bitOf.put(key, bit);
      }
    });
    LiteralAutomaton automaton = builder.build();
    long[] bare = new long[automaton.words()];
    bitOf.forEach((key, bit) -> {
      if (key.likeness().ignoresAccents()) {
        bare[bit >> 6] |= 1L << bit;
      }
    });
    return new LiteralIndex(automaton, bitOf, bare);
  }

  LiteralAutomaton automaton() {
    return automaton;
  }

  /// Allows every comparison that ignores accents: in a text outside ASCII its literals may stand with them.
  ///
  /// @param first where its bits begin in `found`
  void admitBare(long[] found, int first) {
    for (int word = 0; word < bare.length; word++) {
      found[first + word] |= bare[word];
    }
  }

  /// The bit that says whether the comparison may be true; −1 where there is none.
  int bitOf(Condition.Comparison comparison) {
    return bitOf.getOrDefault(key(comparison), -1);
  }
}
