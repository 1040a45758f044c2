package app.lineup.rule.pattern;

import app.lineup.rule.pattern.PatternNode.Greed;
import org.jspecify.annotations.Nullable;

/// Bytes of a set, several times. Immutable, thread-safe.
final class LoopStep extends PatternInstruction {

  private final ByteSet set;
  private final int min;
  private final int max;
  private final Greed greed;
  private final int group;
  private final PatternInstruction next;
  private final @Nullable ByteSet nextFirst;
  /// What a lazy loop passes by without trying what comes next.
  private final ByteSet passed;

  /// @param group the number of the group that is just this loop, 0 for none
  LoopStep(ByteSet set, int min, int max, Greed greed, int group, PatternInstruction next) {
    this.set = set;
    this.min = min;
    this.max = max;
    this.greed = greed;
    this.group = group;
    this.next = next;
    this.nextFirst = next.first();
    this.passed = nextFirst == null ? set : set.without(nextFirst);
  }

  @Override
  boolean matches(ByteRun run, int at) {
    return switch (greed) {
      case GREEDY -> greedy(run, at);
      case LAZY -> lazy(run, at);
      case POSSESSIVE -> possessive(run, at);
    };
  }

  private boolean greedy(ByteRun run, int at) {
    ByteSet first = nextFirst;
    int least = at + min;
    int i = runEnd(run, at);
    for (; i >= least; i--) {
      if (first != null) {
        int before = i;
        i = first.lastIn(run.bytes, least, Math.min(i + 1, run.to));
        run.step(before - i);
        if (i < least) {
          return false;
        }
      }
      run.step(1);
      if (goesOn(run, at, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean lazy(ByteRun run, int at) {
    int limit = limit(run, at);
    int i = at;
    for (int least = at + Math.min(min, limit - at); i < least; i++) {
      if (!set.has(run.bytes[i])) {
        return false;
      }
    }
    if (i - at < min) {
      return false;
    }
    ByteSet first = nextFirst;
    for (; ; i++) {
      if (first != null) {
        int before = i;
        i = passed.runEnd(run.bytes, i, limit);
        run.step(i - before);
      }
      run.step(1);
      boolean possible = first == null || (i < run.to && first.has(run.bytes[i]));
      if (possible && goesOn(run, at, i)) {
        return true;
      }
      if (i >= limit || !set.has(run.bytes[i])) {
        return false;
      }
    }
  }

  private boolean possessive(ByteRun run, int at) {
    int end = runEnd(run, at);
    return end - at >= min && goesOn(run, at, end);
  }

  private int runEnd(ByteRun run, int at) {
    int end = set.runEnd(run.bytes, at, limit(run, at));
    run.step(end - at);
    return end;
  }

  private int limit(ByteRun run, int at) {
    return max < run.to - at ? at + max : run.to;
  }

  /// Whether what comes next matches at `end`; the group has caught what is before it.
  private boolean goesOn(ByteRun run, int at, int end) {
    if (group == 0) {
      return next.matches(run, end);
    }
    int[] groups = run.groups;
    int from = groups[2 * group];
    int to = groups[2 * group + 1];
    groups[2 * group] = at;
    groups[2 * group + 1] = end;
    if (next.matches(run, end)) {
      return true;
    }
    groups[2 * group] = from;
    groups[2 * group + 1] = to;
    return false;
  }

  @Override
  @Nullable ByteSet first() {
    if (min > 0) {
      return set;
    }
    ByteSet after = nextFirst;
    return after == null ? null : set.or(after);
  }

  @Override
  boolean beginsBetween() {
    return set.reach() == ByteSet.Reach.NOTHING && (min > 0 || next.beginsBetween());
  }

  /// Whether it counts bytes as the pattern counts characters, also where a character is several bytes: it meets no
  /// such character, or takes any number of them up to a place between two.
  static boolean countsCharacters(ByteSet set, int min, int max, Greed greed, PatternInstruction next) {
    return switch (set.reach()) {
      case NOTHING -> true;
      case SOMETHING -> false;
      case EVERYTHING -> min <= 1 && max == PatternNode.Repeat.ENDLESS
          && (next.beginsBetween() || (greed != Greed.LAZY && next instanceof Accept));
    };
  }
}
