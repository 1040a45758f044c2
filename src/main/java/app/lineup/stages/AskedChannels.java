package app.lineup.stages;

import app.lineup.model.Channel;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.PlainWords;
import app.lineup.rule.RuleFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Tells the channels that somebody asks about, by the name that they have before or behind the rules, or by a condition
/// that they fulfil before or behind them. Confined: it remembers what it saw.
final class AskedChannels {

  /// How well a channel answers.
  enum Answer {
    NO,
    /// Its name has all the words.
    ALIKE,
    /// Its name is the one that was asked for, in any case, or it fulfils the condition.
    EXACTLY
  }

  private final String asked;
  private final List<String> words;
  private final boolean expression;
  private final CompiledFilters.Evaluator condition;
  private final CompiledMapping.Evaluator rules;

  private AskedChannels(String asked, boolean expression, CompiledFilters.Evaluator condition, CompiledMapping.Evaluator rules) {
    this.asked = asked;
    this.words = Arrays.stream(asked.toLowerCase(Locale.ROOT).split("\\s+")).toList();
    this.expression = expression;
    this.condition = condition;
    this.rules = rules;
  }

  /// @param text  a name, or a condition of the rule language where it begins like one
  /// @param rules those of the run
  /// @throws app.lineup.rule.RuleSyntaxException if it begins like a condition and is none
  static AskedChannels of(String text, List<Rule> rules) {
    boolean expression = PlainWords.isExpression(text);
    List<Filter> filters = expression ? List.of(new Filter(Filter.Mode.INCLUDE, text, true)) : List.of();
    return new AskedChannels(
        text.strip(), expression, CompiledFilters.compile(filters).evaluator(), CompiledMapping.compile(rules).evaluator());
  }

  Answer answer(Channel loaded) {
    Answer before = oneAnswer(loaded);
    if (before == Answer.EXACTLY) {
      return before;
    }
    Channel mapped = mapped(loaded);
    Answer after = mapped == loaded ? before : oneAnswer(mapped);
    return after.compareTo(before) > 0 ? after : before;
  }

  /// As the rules leave it; as it was where they take it out or fail.
  private Channel mapped(Channel loaded) {
    try {
      Channel mapped = rules.apply(loaded);
      return mapped == null ? loaded : mapped;
    } catch (RuleFailedException _) {
      // The run would end with it; here it only keeps a channel from being found by its new name.
      return loaded;
    }
  }

  private Answer oneAnswer(Channel channel) {
    if (expression) {
      return condition.keeps(channel) ? Answer.EXACTLY : Answer.NO;
    }
    String name = channel.text(KnownField.CHANNEL_NAME);
    if (name.strip().equalsIgnoreCase(asked)) {
      return Answer.EXACTLY;
    }
    String folded = name.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(folded::contains) ? Answer.ALIKE : Answer.NO;
  }
}
