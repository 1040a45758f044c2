package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules and filters that go over a block one after the other fail at the channel, and with the words, that going
/// channel by channel would have failed with.
final class BlockByBlockTest {

  private static final String HOSTILE = "channel_name matches \"^a*a*a*a*a*(?=x)y$\"";
  private static final String HOSTILE_TOO = "tvg_id matches \"^b*b*b*b*b*(?=x)y$\"";

  private static final List<Channel> CHUNK = List.of(
      named("one").channel(),
      named("two").with(KnownField.TVG_ID, "b".repeat(200) + "zy").channel(),
      named("a".repeat(200) + "zy").channel());

  @Test
  void aFilterFailsAtTheFirstChannelWhicheverFilterItIs() {
    for (Filter.Mode mode : Filter.Mode.values()) {
      var filters = CompiledFilters.compile(
          List.of(new Filter(mode, HOSTILE, true), new Filter(mode, HOSTILE_TOO, true)));
      var one = filters.blocks(true);
      String expected = message(() -> CHUNK.forEach(one::keeps));
      assertThat(expected).contains("^b*b").contains("two");
      assertThat(message(() -> filters.blocks(true).apply(ChannelSlice.of(CHUNK)))).isEqualTo(expected);
    }
  }

  @Test
  void aRuleFailsAtTheFirstChannelWhicheverRuleItIs() {
    var rules = CompiledMapping.compile(List.of(
        new Rule(HOSTILE + " REMOVE", true), new Rule(HOSTILE_TOO + " SET tvg_name = \"x\"", true)));
    var one = rules.blocks(true);
    String expected = message(() -> CHUNK.forEach(one::apply));
    assertThat(expected).contains("^b*b").contains("two");
    assertThat(message(() -> rules.blocks(true).apply(ChannelSlice.of(CHUNK)))).isEqualTo(expected);
  }

  @Test
  void whatAnEarlierFilterDecidesIsNotAskedOfALaterOne() {
    var filters = CompiledFilters.compile(List.of(
        new Filter(Filter.Mode.INCLUDE, "channel_name contains \"a\"", true),
        new Filter(Filter.Mode.INCLUDE, "channel_name equals \"two\" OR " + HOSTILE, true)));
    assertThat(filters.blocks(true).apply(ChannelSlice.of(CHUNK)).stream().map(BlockByBlockTest::name))
        .containsExactly(name(CHUNK.get(1)), name(CHUNK.get(2)));
  }

  @Test
  void whatARuleRemovesIsNotAskedOfALaterOne() {
    var rules = CompiledMapping.compile(List.of(
        new Rule("channel_name starts_with \"aaa\" REMOVE", true), new Rule(HOSTILE + " SET tvg_name = \"x\"", true)));
    assertThat(rules.blocks(true).apply(ChannelSlice.of(CHUNK)).stream().map(BlockByBlockTest::name))
        .containsExactly("one", "two");
  }

  @Test
  void theMediaTypeIsThatOfWhatEarlierRulesWrote() {
    String then = "media_type equals \"radio\" SET group_title = \"R\"";
    assertThat(groups("SET attr(\"radio\") = \"true\"", then)).containsExactly("R", "R", "R");
    assertThat(groups("SET stream_url = \"http://h/movie/1\"", "media_type equals \"movie\" SET group_title = \"M\""))
        .containsExactly("M", "M", "M");
    assertThat(groups("channel_name equals \"two\" SET attr(\"Radio\") = \"1\"", "SET group_title = \"${media_type}\""))
        .containsExactly("live", "radio", "live");
    assertThat(groups("SET attr(\"radio\") = \"true\", stream_url = \"http://h/series/1\"",
        "SET attr(\"radio\") = \"no\", group_title = \"${media_type}\"",
        "media_type equals \"series\" SET group_title += \" series\""))
        .containsExactly("radio series", "radio series", "radio series");
  }

  /// The groups that the rules leave, the same over a block and channel by channel.
  private static List<String> groups(String... texts) {
    var rules = CompiledMapping.compile(Stream.of(texts).map(text -> new Rule(text, true)).toList());
    List<String> swept = rules.blocks(true).apply(ChannelSlice.of(CHUNK)).stream()
        .map(c -> c.text(KnownField.GROUP_TITLE)).toList();
    var one = rules.blocks(true);
    List<String> single = CHUNK.stream().map(one::apply).filter(Objects::nonNull)
        .map(c -> c.text(KnownField.GROUP_TITLE)).toList();
    assertThat(swept).isEqualTo(single);
    return swept;
  }

  private static String name(Channel channel) {
    return channel.text(KnownField.CHANNEL_NAME);
  }

  private static SampleChannel named(String name) {
    return new SampleChannel().with(KnownField.CHANNEL_NAME, name);
  }

  private static String message(Runnable asked) {
    try {
      asked.run();
      return "it did not fail";
    } catch (RuleFailedException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
