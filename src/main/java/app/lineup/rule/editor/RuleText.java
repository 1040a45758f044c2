package app.lineup.rule.editor;

import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.RuleMistake;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.List;
import java.util.Optional;

/// A text of the rule language as an editor sees it, right or broken. Immutable; nothing here throws for what was
/// typed.
public final class RuleText {

  private final Dialect dialect;
  private final String text;

  public RuleText(Dialect dialect, String text) {
    this.dialect = dialect;
    this.text = text;
  }

  /// What its parts are, in order and without overlap; the spaces between them belong to none.
  public List<Span> spans() {
    return new SpanReader(dialect, text).read();
  }

  /// The pair of parentheses or quotes one of which stands just before or just after `caret`.
  public Optional<RulePair> pairAt(int caret) {
    return RulePairs.at(text, caret);
  }

  /// What is wrong with it, in the order of the text; a blank text has no mistake. Reading ends at the first one.
  public List<RuleMistake> mistakes() {
    if (text.isBlank()) {
      return List.of();
    }
    try {
      RuleParser.check(dialect, text);
      return List.of();
    } catch (RuleSyntaxException e) {
      return List.of(e.mistake());
    }
  }

  /// How the text could go on at `caret`, the best first.
  ///
  /// @param seen what the user's lists have, offered between quotes
  public List<Candidate> completions(int caret, SeenValues seen) {
    return new Completion(dialect, text, caret, seen).candidates();
  }
}
