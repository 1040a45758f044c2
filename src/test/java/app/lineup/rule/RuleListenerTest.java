package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who listens hears of each rule and filter that is for an entry, and nothing else comes out than for who does not.
final class RuleListenerTest {

  private final List<String> heard = new ArrayList<>();
  private final RuleListener listener = (rule, block, entry, removes) ->
      heard.add(rule + (removes ? " removes " : " leaves ") + block.text(entry, KnownField.CHANNEL_NAME));

  private static ChannelSlice channels() {
    return ChannelSlice.of(Stream.of("One HD", "Two", "Three").map(SampleChannel::named).toList());
  }

  private static List<String> names(ChannelSlice left) {
    return left.stream().map(channel -> channel.text(KnownField.CHANNEL_NAME)).toList();
  }

  private static Filter filter(Filter.Mode mode, String letters) {
    return new Filter(mode, "channel_name contains \"" + letters + "\"", true);
  }

  @Test
  void hearsRuleByRuleWhatEachMadeOfAnEntry() {
    var mapping = CompiledMapping.compile(List.of(
        new Rule("channel_name matches \"^(.*) HD$\" SET channel_name = \"$1\"", true),
        new Rule("channel_name is_empty REMOVE", false),
        new Rule("channel_name contains \"t\" AND channel_name contains \"o\" REMOVE", true),
        new Rule("channel_name contains \"nothing\" REMOVE", true),
        new Rule("channel_name contains \"t\" SET channel_name += \"!\"", true),
        new Rule("SET tvg_id = \"\"", true)));
    for (boolean memos : new boolean[] {true, false}) {
      heard.clear();
      assertThat(names(mapping.blocks(memos).apply(channels(), listener)))
          .isEqualTo(names(mapping.blocks(memos).apply(channels()))).containsExactly("One", "Three!");
      assertThat(heard).containsExactly(
          "0 leaves One", "1 removes Two", "3 leaves Three!", "4 leaves One", "4 leaves Three!");
    }
  }

  @Test
  void hearsWhichFilterDecides() {
    var filters = CompiledFilters.compile(List.of(
        filter(Filter.Mode.EXCLUDE, "w"), filter(Filter.Mode.INCLUDE, "o"), filter(Filter.Mode.INCLUDE, "e"),
        filter(Filter.Mode.EXCLUDE, "two"))).blocks(true);
    assertThat(names(filters.apply(channels(), listener))).isEqualTo(names(filters.apply(channels())))
        .containsExactly("One HD", "Three");
    assertThat(heard).containsExactly("1 leaves One HD", "1 leaves Two", "0 removes Two", "2 leaves Three");
    heard.clear();
    ChannelSlice all = channels();
    filters.each(all, listener);
    assertThat(heard).containsExactly("1 leaves One HD", "2 leaves One HD",
        "0 removes Two", "1 leaves Two", "3 removes Two", "2 leaves Three");
    assertThat(all).hasSize(3);
  }

  @Test
  void oneChannelIsTheSameWhereNothingIsChanged() {
    BlockRules rules = MappingTest.mapping("channel_name contains \"t\" SET tvg_id = \"t\"").blocks(true);
    Channel other = SampleChannel.named("One");
    assertThat(rules.apply(other)).isSameAs(other);
    assertThat(rules.apply(SampleChannel.named("Two")).text(KnownField.TVG_ID)).isEqualTo("t");
  }
}
