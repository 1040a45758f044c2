package app.lineup.rule;

import java.util.Arrays;

/// Which literals of a [LiteralIndex] stand in a field's text of the channel at hand: one pass over it, at the first
/// question. Confined to one thread.
final class LiteralPass {

  private final FieldText text;
  private final LiteralIndex index;
  private final LiteralAutomaton automaton;
  private final long[] found;
  private long version = -1;

  LiteralPass(FieldText text, LiteralIndex index) {
    this.text = text;
    this.index = index;
    this.automaton = index.automaton();
    this.found = new long[automaton.words()];
  }

  /// Whether a comparison with that bit may be true. It cannot where it is said not to.
  boolean admits(int bit) {
    if (version != text.version()) {
      version = text.version();
      look();
    }
    return ((found[bit >> 6] >>> bit) & 1) != 0;
  }

  private void look() {
    if (isOdd()) {
      Arrays.fill(found, -1L);
      return;
    }
    Arrays.fill(found, 0);
    automaton.find(text.bytes(), text.from(), text.to(), found);
    if (text.form() != Form.ASCII) {
      index.admitBare(found);
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
