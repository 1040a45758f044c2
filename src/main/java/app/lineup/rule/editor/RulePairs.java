package app.lineup.rule.editor;

import app.lineup.rule.syntax.Lexer;
import app.lineup.rule.syntax.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what belongs together in a text, right or broken. Thread-safe: no state.
final class RulePairs {

  private RulePairs() {}

  /// The pair one of which stands just before `caret`, else just after it.
  static Optional<RulePair> at(String text, int caret) {
    @Nullable RulePair before = null;
    @Nullable RulePair after = null;
    Deque<Integer> open = new ArrayDeque<>();
    for (Token token : Lexer.tokens(text)) {
      @Nullable RulePair pair = switch (token.kind()) {
        case QUOTED, PLAIN -> new RulePair(token.from(), token.to() - 1);
        case OPENING -> {
          open.push(token.from());
          yield null;
        }
        case CLOSING -> open.isEmpty() ? null : new RulePair(open.pop(), token.from());
        case WORD, NUMBER, VALUE, FILLED, SIGN, UNCLOSED, COMMA, OTHER, END -> null;
      };
      if (pair != null && isOneOf(pair, caret - 1)) {
        before = pair;
      } else if (pair != null && isOneOf(pair, caret)) {
        after = pair;
      }
    }
    return Optional.ofNullable(before != null ? before : after);
  }

  private static boolean isOneOf(RulePair pair, int at) {
    return pair.opening() == at || pair.closing() == at;
  }
}
