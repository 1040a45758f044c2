package app.lineup.rule;

import app.lineup.rule.pattern.LiteralAutomaton;
import app.lineup.rule.syntax.Form;
import java.util.Arrays;

/// Which literals of a [LiteralIndex] stand in a field's text of the entry at hand: one pass over it, at the first
/// question. Not thread-safe; used by one thread.
final class LiteralPass {

  private static final int MOST_ROWS = 4096;
  private static final int MOST_WORDS = 1 << 17;

  private final FieldText text;
  private final LiteralIndex index;
  private final LiteralAutomaton automaton;
  private final int words;
  /// How many entries of a block are remembered, so that rule after rule finds there what one pass found.
  private final int rows;
  private long[] found;
  private long[] versions = {-1};

  LiteralPass(FieldText text, LiteralIndex index) {
    this.text = text;
    this.index = index;
    this.automaton = index.automaton();
    this.words = automaton.words();
    this.rows = Integer.highestOneBit(Math.clamp(MOST_WORDS / Math.max(1, words), 1, MOST_ROWS));
    this.found = new long[words];
  }

  FieldText text() {
    return text;
  }

  /// Whether a comparison with that bit may be true. It cannot where it is said not to.
  boolean admits(int bit) {
    int row = text.row() & (rows - 1);
    if (row >= versions.length) {
      makeRoom(row);
    }
    int first = row * words;
    if (versions[row] != text.version()) {
      versions[row] = text.version();
      look(first);
    }
    return ((found[first + (bit >> 6)] >>> bit) & 1) != 0;
  }

  private void makeRoom(int row) {
    int before = versions.length;
    int after = Math.min(rows, Math.max(row + 1, 2 * before));
    versions = Arrays.copyOf(versions, after);
    Arrays.fill(versions, before, after, -1);
    found = Arrays.copyOf(found, after * words);
  }

  private void look(int first) {
    if (isOdd()) {
      Arrays.fill(found, first, first + words, -1L);
      return;
    }
    Arrays.fill(found, first, first + words, 0);
    automaton.find(text.bytes(), text.from(), text.to(), found, first);
    if (text.form() != Form.ASCII) {
      index.admitBare(found, first);
    }
  }

  /// Whether some literal may be met by other bytes than its own; see [Prefilter] for line ends.
  private boolean isOdd() {
    return switch (text.form()) {
      case NONE -> true;
      case ASCII -> endsLine();
      case UTF_8, SINGLE_BYTE -> text.oddities() != 0 || endsLine();
    };
  }

  private boolean endsLine() {
    int to = text.to();
    return text.from() < to && (text.bytes()[to - 1] == '\n' || text.bytes()[to - 1] == '\r');
  }
}
