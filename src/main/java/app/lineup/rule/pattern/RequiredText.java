package app.lineup.rule.pattern;

import app.lineup.rule.pattern.ByteSet.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds literal texts of which each match of a pattern must hold at least one. Thread-safe: no state.
public final class RequiredText {

  private static final int MAX_ALTERNATIVES = 8;

  private RequiredText() {}

  /// The needles; empty where the pattern needs no literal text.
  public static List<Needle> of(PatternNode pattern) {
    return switch (pattern) {
      case PatternNode.One one -> best(List.of(one));
      case PatternNode.Sequence sequence -> best(flat(sequence));
      case PatternNode.Group group -> of(group.part());
      case PatternNode.Repeat repeat -> repeat.min() > 0 ? of(repeat.part()) : List.of();
      case PatternNode.Choice choice -> oneOfEach(choice.parts());
      case PatternNode.Edge edge -> List.of();
      case PatternNode.Unknown unknown -> List.of();
    };
  }

  /// The parts, those of groups and sequences inside in their place.
  private static List<PatternNode> flat(PatternNode node) {
    return switch (node) {
      case PatternNode.Sequence(List<PatternNode> parts) -> parts.stream().flatMap(part -> flat(part).stream())
          .toList();
      case PatternNode.Group(PatternNode part, int number) -> flat(part);
      case PatternNode.One one -> List.of(one);
      case PatternNode.Repeat repeat -> List.of(repeat);
      case PatternNode.Choice choice -> List.of(choice);
      case PatternNode.Edge edge -> List.of();
      case PatternNode.Unknown unknown -> List.of(unknown);
    };
  }

  private static List<Needle> best(List<PatternNode> parts) {
    List<List<Needle>> candidates = new ArrayList<>();
    List<ByteSet> literal = new ArrayList<>();
    for (PatternNode part : parts) {
      if (part instanceof PatternNode.One(ByteSet set)) {
        if (set.reach() == Reach.NOTHING && (set.only() > 0 || set.onlyFolded() > 0)) {
          literal.add(set);
        } else {
          end(literal, candidates);
        }
      } else {
        end(literal, candidates);
        candidates.add(of(part));
      }
    }
    end(literal, candidates);
    return candidates.stream()
        .filter(needles -> !needles.isEmpty())
        .max(Comparator.comparingInt(RequiredText::shortest).thenComparingInt(needles -> -needles.size()))
        .orElse(List.of());
  }

  private static int shortest(List<Needle> needles) {
    return needles.stream().mapToInt(Needle::length).min().orElse(0);
  }

  private static void end(List<ByteSet> literal, List<List<Needle>> candidates) {
    boolean exact = literal.stream().allMatch(set -> set.only() > 0);
    boolean folded = literal.stream().allMatch(set -> set.onlyFolded() > 0);
    if (!literal.isEmpty() && (exact || folded)) {
      StringBuilder text = new StringBuilder();
      literal.forEach(set -> text.append((char) (exact ? set.only() : set.onlyFolded())));
      candidates.add(List.of(new Needle(text.toString(), exact)));
    }
    literal.clear();
  }

  private static List<Needle> oneOfEach(List<PatternNode> parts) {
    List<Needle> needles = new ArrayList<>();
    for (PatternNode part : parts) {
      List<Needle> some = of(part);
      if (some.isEmpty() || needles.size() + some.size() > MAX_ALTERNATIVES) {
        return List.of();
      }
      needles.addAll(some);
    }
    return needles;
  }
}
