package app.lineup.oracle;

import app.lineup.model.Filter;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.RuleGrammar;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes up what a run is asked for. Not thread-safe; the same seed makes up the same.
final class RandomRun {

  /// What people write, beside what the grammar makes up.
  private static final List<String> RULES = List.of(
      "SET group_title += \" é\"",
      "SET group_title = \"Всё\"",
      "SET channel_name = \"${channel_name} – ${source_name}\"",
      "channel_name contains \"a\" SET channel_name = \"${channel_name} [${group_title}]\"",
      "tvg_id is_empty SET tvg_id = \"new\", tvg_logo = \"http://l/Я\"",
      "stream_url matches \"^http://(.*)\" SET stream_url = \"https://$1\"",
      "SET stream_url = \"http://h/movie/1.mkv\"",
      "group_title equals \"line\" REMOVE",
      "channel_name matches \"(\\\\w+)$\" SET tvg_chno = \"1\"",
      "SET attr(\"x-other\") = \"q\\\"q\"",
      "SET attr(\"radio\") = \"true\"",
      "SET tvg_shift = \"\"",
      "SET tvg_id = \"\"",
      "SET channel_name = \"${channel_name}\"",
      "SET tvg_name = \"${tvg_name}\", tvg_id = \"${tvg_id}\"",
      "SET group_title = \"${group_title}\"",
      "SET stream_url = \"${stream_url}\"",
      "SET tvg_chno = \"${tvg_chno}\"",
      "group_title matches \"^(\\\\w)\" SET group_title = \"$1\", attr(\"x-new\") = \"$1\"",
      "group_title contains \"é\" SET group_title -= \"é\", attr(\"x-other\") ?= \"o\"",
      "group_title ignore_accents contains \"e\" SET channel_name -= \"E\", tvg_name ?= \"${group_title}\"",
      "channel_name matches \"(?<n>e.)\" ignore_accents SET tvg_name = \"${n}|$0\", attr(\"catchup\") += \"$1\"",
      "media_type equals \"live\" SET tvg_name = \"${channel_name}\"",
      "source_type equals \"m3u\" SET channel_name += \"+\"",
      "media_type in (\"movie\", \"radio\") SET group_title = \"${media_type}\"",
      "tvg_chno > 7 SET tvg_chno = \"10.2\"",
      "tvg_chno in (\"7\", \"10.10\") SET channel_name = \"# ${tvg_chno}\"",
      "tvg_chno <= 10.1 SET tvg_id = \"n${tvg_chno}\"",
      "group_title equals \"news\" SET tvg_name = \"part\"",
      "group_title matches \"^(n.*|.)$\" SET tvg_id = \"<$1>\"",
      "channel_name matches \"^(.)\" AND tvg_chno is_empty OR group_title matches \"a\" SET attr(\"x-y\") = \"<$1>\"",
      "NOT media_type equals \"movie\" AND group_title is_empty SET group_title = \"none\"");

  private static final List<String> FILTERS = List.of(
      "channel_name contains \"b\"", "media_type equals \"movie\"", "NOT (group_title is_empty) AND tvg_id is_empty",
      "stream_url starts_with \"udp\"", "group_title contains \"e\" OR channel_name contains \"a\"",
      "media_type equals \"live\"", "group_title matches \"^n\" AND source_type equals \"m3u\"", "tvg_id is_empty",
      "source_name equals \"list 0\"", "group_title equals \"News\"");

  private static final List<Numbering> NUMBERINGS = List.of(
      new Numbering.None(), new Numbering.None(), new Numbering.Keep(), new Numbering.Keep(), new Numbering.From(5),
      new Numbering.Ranges(List.of(
          new NumberRange("line", 3, 4), new NumberRange("News", 100, 199),
          new NumberRange(NumberRange.OTHERS, 20, 25))),
      new Numbering.Ranges(List.of(new NumberRange("none", 1, 2), new NumberRange("a", 60, 99_999_999))));

  private static final List<String> ORDERS = List.of(
      "", "", "", "group,name", "-name", "number,-group", "tvg-id,source,type", "-type,name");

  private final Random random;
  private final RuleGrammar grammar;

  RandomRun(Random random) {
    this.random = random;
    this.grammar = new RuleGrammar(random);
  }

  PlainRun next() {
    List<Rule> rules = several(6, RULES, grammar::rule, RuleParser::mappingRule).stream()
        .map(text -> new Rule(text, true)).toList();
    List<Filter> filters = random.nextInt(3) > 0 ? List.of() : filters();
    Order order = Order.parse(one(ORDERS)).orElse(Order.AS_LOADED);
    SeparatorPolicy separators = random.nextInt(4) == 0 ? SeparatorPolicy.HIDE : SeparatorPolicy.KEEP;
    return new PlainRun(rules, filters, order, one(NUMBERINGS), separators);
  }

  private List<Filter> filters() {
    return several(3, FILTERS, () -> grammar.condition(2), RuleParser::condition).stream()
        .map(text -> new Filter(random.nextBoolean() ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE, text, true)).toList();
  }

  /// Some that can be read and have no moment in them, which is another each time.
  private List<String> several(int most, List<String> known, Supplier<String> maker, Consumer<String> reader) {
    List<String> several = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String text = random.nextBoolean() ? one(known) : maker.get();
      try {
        reader.accept(text);
        if (!text.contains("@time")) {
          several.add(text);
        }
      } catch (RuleSyntaxException _) {
        // Some are wrong on purpose.
      }
    }
    return several;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
