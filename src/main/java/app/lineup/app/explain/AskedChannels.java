package app.lineup.app.explain;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import app.lineup.rule.editor.PlainWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Tells the channels that somebody asks about, by the name that they have before or behind the rules, or by a
/// condition that they fulfil before or behind them. Not thread-safe; used by one thread: it remembers what it saw.
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
  private final BlockFilters condition;
  private final BlockRules rules;
  private final ChannelBlock spare = new ChannelBlock();

  private AskedChannels(String asked, boolean expression, BlockFilters condition, BlockRules rules) {
    this.asked = asked;
    this.words = Arrays.stream(asked.toLowerCase(Locale.ROOT).split("\\s+")).toList();
    this.expression = expression;
    this.condition = condition;
    this.rules = rules;
  }

  /// @param text  a name, or a condition of the rule language where it begins like one
  /// @param rules those of the run
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if it begins like a condition and is none
  static AskedChannels of(String text, List<Rule> rules) {
    boolean expression = PlainWords.isExpression(text);
    List<Filter> filters = expression ? List.of(new Filter(Filter.Mode.INCLUDE, text, true)) : List.of();
    return new AskedChannels(
        text.strip(), expression, CompiledFilters.compile(filters).blocks(true),
        CompiledMapping.compile(rules).blocks(true));
  }

  /// One answer for each of some channels.
  List<Answer> answers(List<Channel> loaded) {
    List<Answer> before = asTheyAre(loaded);
    List<Channel> open = IntStream.range(0, loaded.size())
        .filter(i -> before.get(i) != Answer.EXACTLY).mapToObj(loaded::get).toList();
    Iterator<Answer> behind = asTheyAre(mapped(open)).iterator();
    return before.stream()
        .map(answer -> answer == Answer.EXACTLY ? answer : Collections.max(List.of(answer, behind.next()))).toList();
  }

  /// As the rules leave them; as they were where these take them out or fail.
  private List<Channel> mapped(List<Channel> loaded) {
    try {
      List<Channel> mapped = new ArrayList<>(loaded);
      ChannelSlice left = rules.apply(ChannelSlice.of(loaded, spare));
      for (int i = 0; i < left.size(); i++) {
        int entry = left.entry(i);
        mapped.set(entry, loaded.get(entry).withChanges(left.block().changes(entry)));
      }
      return mapped;
    } catch (RuleFailedException _) {
      // The run would end with it; here it only keeps a channel from being found by its new name.
      return loaded.size() == 1 ? loaded : loaded.stream().flatMap(one -> mapped(List.of(one)).stream()).toList();
    }
  }

  private List<Answer> asTheyAre(List<Channel> channels) {
    if (!expression) {
      return channels.stream().map(this::byName).toList();
    }
    List<Answer> answers = new ArrayList<>(Collections.nCopies(channels.size(), Answer.NO));
    condition.each(ChannelSlice.of(channels, spare), (_, _, entry, _) -> answers.set(entry, Answer.EXACTLY));
    return answers;
  }

  private Answer byName(Channel channel) {
    String name = channel.text(KnownField.CHANNEL_NAME);
    if (name.strip().equalsIgnoreCase(asked)) {
      return Answer.EXACTLY;
    }
    String folded = name.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(folded::contains) ? Answer.ALIKE : Answer.NO;
  }
}
