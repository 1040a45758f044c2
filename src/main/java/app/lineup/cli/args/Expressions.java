package app.lineup.cli.args;

import app.lineup.cli.output.Texts;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.List;
import java.util.function.Consumer;

/// Reads the rules and filters of a command line before anything runs, so that a mistake in one costs no time.
public final class Expressions {

  private static final char UNREADABLE = '\uFFFD';

  private Expressions() {}

  /// Reads all of them.
  ///
  /// @throws UsageException if one cannot be read; names its option and shows the place
  public static void verify(ParsedCommand call) throws UsageException {
    verify(call, Option.MAP, RuleParser::mappingRule);
    verify(call, Option.INCLUDE, RuleParser::condition);
    verify(call, Option.EXCLUDE, RuleParser::condition);
    verify(call, Option.GUIDE_INCLUDE, text -> RuleParser.check(Dialect.PROGRAMMES, text));
    verify(call, Option.GUIDE_EXCLUDE, text -> RuleParser.check(Dialect.PROGRAMMES, text));
  }

  private static void verify(ParsedCommand call, Option option, Consumer<String> parser) throws UsageException {
    List<String> texts = call.all(option);
    for (int i = 0; i < texts.size(); i++) {
      String subject = texts.size() == 1 ? option.shown() : Texts.get("name.nth", option.shown(), i + 1);
      // What java makes of letters that the locale lacks: the rule would be read, and never match.
      if (texts.get(i).indexOf(UNREADABLE) >= 0) {
        throw new UsageException(
            subject, Texts.get("usage.broken-letters"), Texts.get("usage.broken-letters.advice"), texts.get(i));
      }
      try {
        parser.accept(texts.get(i));
      } catch (RuleSyntaxException e) {
        throw explain(subject, e);
      }
    }
  }

  /// A mistake in a rule as one in the command line, with its place below the text.
  public static UsageException explain(String subject, RuleSyntaxException wrong) {
    String picture = wrong.picture();
    String excerpt = picture.substring(picture.indexOf('\n') + 1);
    String what = Texts.get("usage.expression", wrong.line(), wrong.column(), wrong.found(), wrong.expected());
    String advice = wrong.suggestion().map(name -> Texts.get("usage.did-you-mean", name)).orElse("");
    return new UsageException(subject, what, advice, excerpt);
  }
}
