package app.lineup.rule.pattern;

import app.lineup.rule.pattern.ByteSet.Reach;
import app.lineup.rule.pattern.PatternNode.Greed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A simple pattern that is run on the entry's bytes, with the very result that `java.util.regex` has on their text.
/// Immutable, thread-safe; a [ByteRun] holds what is one thread's own.
///
/// On text outside ASCII it is exact only where [#wide] says so and the text has no [NonAsciiHazard]. Texts that end in
/// CR or LF are not its business.
public final class ByteProgram {

  private final PatternInstruction start;
  private final @Nullable ByteSet first;
  private final boolean anchored;
  private final boolean wide;
  private final int groups;

  private ByteProgram(PatternInstruction start, boolean anchored, boolean wide, int groups) {
    this.start = start;
    this.first = start.first();
    this.anchored = anchored;
    this.wide = wide;
    this.groups = groups;
  }

  /// The program of a pattern, or empty where it has parts that are not made for bytes.
  public static Optional<ByteProgram> of(PatternNode pattern, int groups) {
    Assembly assembly = new Assembly();
    boolean anchored = Affixes.isAnchored(pattern, true);
    PatternInstruction start = assembly.before(withoutBegin(pattern), new PatternInstruction.Accept(false));
    return assembly.simple
        ? Optional.of(new ByteProgram(start, anchored, assembly.wide, groups))
        : Optional.empty();
  }

  /// An anchored pattern is only tried where the text begins, so that a leading `^` need not be looked at again.
  private static PatternNode withoutBegin(PatternNode pattern) {
    boolean begins = pattern instanceof PatternNode.Sequence(List<PatternNode> parts)
        && !parts.isEmpty() && parts.getFirst() == PatternNode.Edge.BEGIN;
    return begins && pattern instanceof PatternNode.Sequence(List<PatternNode> parts)
        ? new PatternNode.Sequence(parts.subList(1, parts.size()))
        : pattern;
  }

  /// Whether it may run on text outside ASCII.
  public boolean wide() {
    return wide;
  }

  /// What runs it on one thread.
  public ByteRun newRun() {
    return new ByteRun(groups);
  }

  /// Whether the pattern is found in `[from, to)`; its groups are then in `run`.
  public boolean finds(ByteRun run, byte[] bytes, int from, int to, boolean utf8) {
    run.begin(bytes, from, to);
    int last = anchored ? from : to;
    ByteSet begins = first;
    for (int at = from; at <= last; at++) {
      if (begins != null) {
        int before = at;
        at = begins.firstIn(bytes, at, Math.min(last + 1, to));
        run.step(at - before);
        if (at > last || at == to) {
          return false;
        }
      }
      boolean between = !utf8 || at == to || (bytes[at] & 0xC0) != 0x80;
      run.step(1);
      if (between && start.matches(run, at)) {
        run.groups[0] = at;
        return true;
      }
    }
    return false;
  }

  /// Puts steps together from the last to the first.
  private static final class Assembly {
    private boolean simple = true;
    private boolean wide = true;

    PatternInstruction before(PatternNode node, PatternInstruction next) {
      return switch (node) {
        case PatternNode.One(ByteSet set) -> row(List.of(set), next);
        case PatternNode.Edge edge -> {
          wide &= edge != PatternNode.Edge.WORD;
          boolean ends = edge == PatternNode.Edge.END || edge == PatternNode.Edge.VERY_END;
          yield ends && next instanceof PatternInstruction.Accept
              ? new PatternInstruction.Accept(true) : new PatternInstruction.At(edge, next);
        }
        case PatternNode.Sequence sequence -> sequence(sequence.parts(), next);
        case PatternNode.Choice choice -> fork(choice.parts(), next);
        case PatternNode.Group(PatternNode part, int number) -> group(part, number, next);
        case PatternNode.Repeat repeat -> repeat(repeat, 0, next);
        case PatternNode.Unknown unknown -> {
          simple = false;
          yield next;
        }
      };
    }

    private PatternInstruction sequence(List<PatternNode> parts, PatternInstruction next) {
      PatternInstruction step = next;
      Deque<ByteSet> row = new ArrayDeque<>();
      for (PatternNode part : parts.reversed()) {
        if (part instanceof PatternNode.One(ByteSet set)) {
          row.addFirst(set);
        } else {
          step = before(part, row.isEmpty() ? step : row(List.copyOf(row), step));
          row.clear();
        }
      }
      return row.isEmpty() ? step : row(List.copyOf(row), step);
    }

    private PatternInstruction row(List<ByteSet> sets, PatternInstruction next) {
      wide &= sets.stream().allMatch(set -> set.reach() == Reach.NOTHING);
      return new PatternInstruction.Row(sets, next);
    }

    private PatternInstruction group(PatternNode part, int number, PatternInstruction next) {
      if (number == 0) {
        return before(part, next);
      }
      PatternNode inside = part instanceof PatternNode.Sequence(List<PatternNode> parts) && parts.size() == 1
          ? parts.getFirst()
          : part;
      if (inside instanceof PatternNode.Repeat repeat && repeat.part() instanceof PatternNode.One) {
        return repeat(repeat, number, next);
      }
      return new GroupStep.Open(number, before(part, new GroupStep.Close(number, next)));
    }

    private PatternInstruction fork(List<PatternNode> parts, PatternInstruction next) {
      if (parts.size() > PatternInstruction.Fork.MAX_WAYS) {
        simple = false;
        return next;
      }
      return new PatternInstruction.Fork(parts.stream().map(part -> before(part, next))
          .toArray(PatternInstruction[]::new));
    }

    /// @param group the group that catches it, 0 for none
    private PatternInstruction repeat(PatternNode.Repeat repeat, int group, PatternInstruction next) {
      int min = repeat.min();
      int max = repeat.max();
      if (repeat.part() instanceof PatternNode.One(ByteSet set)) {
        wide &= LoopStep.countsCharacters(set, min, max, repeat.greed(), next);
        return new LoopStep(set, min, max, repeat.greed(), group, next);
      }
      simple &= min == 0 && max == 1 && repeat.greed() != Greed.POSSESSIVE;
      PatternInstruction taken = before(repeat.part(), next);
      return repeat.greed() == Greed.LAZY ? new PatternInstruction.Fork(next, taken)
          : new PatternInstruction.Fork(taken, next);
    }
  }
}
