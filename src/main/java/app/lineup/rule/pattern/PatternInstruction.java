package app.lineup.rule.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a byte program, which knows what comes after it. Immutable, thread-safe.
///
/// Tries what `java.util.regex` tries, in the same order, so that the same match is found and the same groups are
/// caught.
abstract class PatternInstruction {

  /// Whether the rest of the pattern, from here on, matches at `at`. Leaves the groups as they were where it does not.
  abstract boolean matches(ByteRun run, int at);

  /// The bytes that a match from here on can begin with, or null where it may need none.
  abstract @Nullable ByteSet first();

  /// Whether a match from here on can only begin between two characters, also where a character is several bytes.
  abstract boolean beginsBetween();

  /// The end of a pattern: all of it matched.
  static final class Accept extends PatternInstruction {
    private final boolean atEnd;

    /// @param atEnd whether it must be the end of the text too
    Accept(boolean atEnd) {
      this.atEnd = atEnd;
    }

    @Override
    boolean matches(ByteRun run, int at) {
      run.groups[1] = at;
      return !atEnd || at == run.to;
    }

    @Override
    @Nullable ByteSet first() {
      return null;
    }

    @Override
    boolean beginsBetween() {
      return atEnd;
    }
  }

  /// One byte of each set, in a row.
  static final class Row extends PatternInstruction {
    private final ByteSet[] sets;
    private final PatternInstruction next;

    Row(List<ByteSet> sets, PatternInstruction next) {
      this.sets = sets.toArray(ByteSet[]::new);
      this.next = next;
    }

    @Override
    boolean matches(ByteRun run, int at) {
      int end = at + sets.length;
      if (end > run.to) {
        return false;
      }
      byte[] bytes = run.bytes;
      for (int i = 0; i < sets.length; i++) {
        if (!sets[i].has(bytes[at + i])) {
          return false;
        }
      }
      return next.matches(run, end);
    }

    @Override
    ByteSet first() {
      return sets[0];
    }

    @Override
    boolean beginsBetween() {
      return sets[0].reach() == ByteSet.Reach.NOTHING;
    }
  }

  /// One of several ways on.
  static final class Fork extends PatternInstruction {
    static final int MAX_WAYS = Long.SIZE;

    private final PatternInstruction[] ways;
    /// For each byte a bit for each way that can begin with it, and behind them the same for the end of the text.
    private final long[] possible = new long[257];
    private final @Nullable ByteSet first;

    /// @param ways at most [#MAX_WAYS]
    Fork(PatternInstruction... ways) {
      this.ways = ways;
      ByteSet all = new ByteSet(new boolean[128], ByteSet.Reach.NOTHING);
      boolean needsNone = false;
      for (int way = 0; way < ways.length; way++) {
        ByteSet begins = ways[way].first();
        needsNone |= begins == null;
        all = begins == null ? all : all.or(begins);
        for (int i = 0; i < possible.length; i++) {
          possible[i] |= begins == null || (i < 256 && begins.has((byte) i)) ? 1L << way : 0;
        }
      }
      first = needsNone ? null : all;
    }

    @Override
    boolean matches(ByteRun run, int at) {
      run.step(1);
      long left = possible[at < run.to ? run.bytes[at] & 0xFF : 256];
      for (; left != 0; left &= left - 1) {
        if (ways[Long.numberOfTrailingZeros(left)].matches(run, at)) {
          return true;
        }
      }
      return false;
    }

    @Override
    @Nullable ByteSet first() {
      return first;
    }

    @Override
    boolean beginsBetween() {
      for (PatternInstruction way : ways) {
        if (!way.beginsBetween()) {
          return false;
        }
      }
      return true;
    }
  }

  /// A place between characters.
  static final class At extends PatternInstruction {
    private final PatternNode.Edge edge;
    private final PatternInstruction next;

    At(PatternNode.Edge edge, PatternInstruction next) {
      this.edge = edge;
      this.next = next;
    }

    @Override
    boolean matches(ByteRun run, int at) {
      boolean here = switch (edge) {
        case BEGIN -> at == run.from;
        case END, VERY_END -> at == run.to;
        case WORD -> isWord(run, at - 1) != isWord(run, at);
      };
      return here && next.matches(run, at);
    }

    private static boolean isWord(ByteRun run, int at) {
      if (at < run.from || at >= run.to) {
        return false;
      }
      byte b = run.bytes[at];
      return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
    }

    @Override
    @Nullable ByteSet first() {
      return next.first();
    }

    @Override
    boolean beginsBetween() {
      return edge == PatternNode.Edge.END || edge == PatternNode.Edge.VERY_END;
    }
  }
}
