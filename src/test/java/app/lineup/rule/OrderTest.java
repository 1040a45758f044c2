package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.rule.editor.RuleText;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.Template;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Comparisons by which is more, with lists of values, with numbers and moments.
class OrderTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T19:15:00Z"), BERLIN);

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      9      ¦ less_than 10                     ¦ true
      9      ¦ < "10"                           ¦ true
      9      ¦ > 10                             ¦ false
      10     ¦ greater_than 9.5                 ¦ true
      10     ¦ > 10                             ¦ false
      10     ¦ >= 10                            ¦ true
      10     ¦ <= 10.0                          ¦ true
      10     ¦ greater_than_or_equal 11         ¦ false
      10     ¦ less_than_or_equal 9             ¦ false
      10     ¦ not_greater_than 9               ¦ false
      10     ¦ not_less_than 11                 ¦ false
      10     ¦ not_greater_than_or_equal 11     ¦ true
      10     ¦ not_less_than_or_equal 9         ¦ true
      10     ¦ not > 9                          ¦ false
      -1     ¦ < 0                              ¦ true
      -1     ¦ > -1.5                           ¦ true
      +2     ¦ == 2                             ¦ true
      ` 7 `  ¦ == 7                             ¦ true
      007    ¦ == 7                             ¦ true
      7.0    ¦ equals "7"                       ¦ true
      7.0    ¦ != 7                             ¦ false
      7.0    ¦ equals "7" case_sensitive        ¦ false
      7x     ¦ == 7                             ¦ false
      ``     ¦ == 7                             ¦ false
      ``     ¦ < 100                            ¦ false
      ``     ¦ > 100                            ¦ false
      ``     ¦ not_less_than 100                ¦ true
      b      ¦ > "A"                            ¦ true
      B      ¦ > "a"                            ¦ true
      B      ¦ > "a" case_sensitive             ¦ false
      B      ¦ case_sensitive < "a"             ¦ true
      ab     ¦ > "a"                            ¦ true
      zehn   ¦ > 5                              ¦ true
      5      ¦ < "zehn"                         ¦ true
      😀     ¦ > "\uFFFD"                       ¦ true
      1e5    ¦ == 100000                        ¦ false
      ٣      ¦ == 3                             ¦ false
      News   ¦ in ("sports", "news")            ¦ true
      News   ¦ in ("sports", "news") case_sensitive ¦ false
      News   ¦ case_sensitive in ("News")       ¦ true
      News   ¦ not_in ("sports", "news")        ¦ false
      News   ¦ not in ("sports")                ¦ true
      New    ¦ in ("news")                      ¦ false
      7.0    ¦ in (5, 7)                        ¦ true
      7.0    ¦ in ("7") case_sensitive          ¦ false
      ``     ¦ in ("a")                         ¦ false
      Matin  ¦ IN ('MATIN',)                    ¦ error
      2026-01-31         ¦ < @time:now          ¦ true
      2026-01-31 20:16   ¦ > @time:now          ¦ true
      2026-01-31T20:15   ¦ == @time:now         ¦ true
      2026-01-31T19:15:00Z ¦ == @time:now       ¦ true
      20260131201500 +0100 ¦ == @time:now       ¦ true
      20260131201600     ¦ > @time:now          ¦ true
      1769886900         ¦ == @time:now         ¦ true
      1769886901         ¦ > @time:now()        ¦ true
      1769886900000      ¦ >= @time:now         ¦ true
      2026-02-01         ¦ == @time:tomorrow    ¦ true
      2026-02-01         ¦ == @time:today+1d    ¦ true
      2026-01-30 21:00   ¦ == @time:yesterday+21h ¦ true
      2026-01-24         ¦ == @time:TODAY-1w    ¦ true
      2026-01-31 19:40   ¦ == @time:now-1h+25m  ¦ true
      2026-01-31         ¦ == @time:2026-01-31  ¦ true
      2026-01-31 08:00   ¦ == @time:2026-01-31T08:00 ¦ true
      soon               ¦ > @time:now          ¦ false
      soon               ¦ not_greater_than @time:now ¦ true
      2026-02-30         ¦ > @time:yesterday    ¦ false
      """)
  void compares(String text, String comparison, String expected) {
    String condition = "channel_name " + comparison;
    if (expected.equals("error")) {
      assertThat(new RuleText(Dialect.FILTER, condition).mistakes()).isNotEmpty();
      return;
    }
    assertThat(holds(condition, SampleChannel.named(text))).as(condition).isEqualTo(Boolean.parseBoolean(expected));
  }

  /// As a run does it, with another clock.
  private static boolean holds(String condition, Channel channel) {
    Condition tree = RuleParser.condition(condition, CLOCK);
    Set<Field> fields = new HashSet<>();
    FieldsRead.of(tree, fields);
    ChannelTexts texts = new ChannelTexts(fields);
    Check check = new CheckBuilder(texts, new PatternSet(List.of(tree)), true).build(tree, new Captures(0), false);
    texts.begin(ChannelBlock.of(List.of(channel)));
    fields.forEach(field -> texts.of(field).begin(0));
    boolean held = check.holds();
    if (!condition.contains("@time")) {
      assertThat(ConditionTest.holds(condition, channel)).isEqualTo(held);
    }
    return held;
  }

  @Test
  void looksAtEachPartOfAGroup() {
    Channel channel = SampleChannel.inGroup("News; 12 ;Kids");
    assertThat(holds("group_title in (\"kids\", \"x\")", channel)).isTrue();
    assertThat(holds("group_title not_in (\"kids\", \"x\")", channel)).isFalse();
    assertThat(holds("group_title == 12", channel)).isTrue();
    assertThat(holds("group_title > 11", channel)).isTrue();
    assertThat(holds("group_title in (\"News; 12 ;Kids\")", channel)).isTrue();
    assertThat(holds("group_title in (\"New\")", channel)).isFalse();
  }

  @Test
  void momentsAndLogosAreSet() {
    MappingRule rule = RuleParser.mappingRule(
        "SET tvg_name = @time:now, tvg_logo = @logo:https://a.org/b.png, tvg_id = 5", CLOCK);
    assertThat(rule.actions().stream().map(action -> ((Action.Assign) action).template().parts().getFirst()))
        .containsExactly(
        new Template.Part.Value("@time:now", "2026-01-31 20:15", 15, 24),
        new Template.Part.Value("@logo:https://a.org/b.png", "https://a.org/b.png", 37, 62),
        new Template.Part.Text("5", 73, 74));
    Channel channel = new SampleChannel().with(KnownField.TVG_LOGO, "http://old").channel();
    Channel without = MappingTest.mapping("SET tvg_logo = @logo:none").blocks(true).apply(channel);
    assertThat(without).isNotNull();
    assertThat(without.text(KnownField.TVG_LOGO)).isEmpty();
    Channel with = MappingTest.mapping("SET tvg_logo = @logo:https://a.org/b.png").blocks(true).apply(channel);
    assertThat(with).isNotNull();
    assertThat(with.text(KnownField.TVG_LOGO)).isEqualTo("https://a.org/b.png");
  }

  @Test
  void bearsMuch() {
    String many = "channel_name in (" + "\"name\", ".repeat(12_000) + "\"last\")";
    assertThat(holds(many, SampleChannel.named("LAST"))).isTrue();
    String digits = "9".repeat(50_000);
    assertThat(holds("channel_name > " + digits, SampleChannel.named("5"))).isFalse();
    assertThat(holds("channel_name > 5", SampleChannel.named(digits))).isTrue();
    assertThat(new RuleText(Dialect.FILTER, "channel_name > @time:now" + "+1h".repeat(20_000)).mistakes()).hasSize(1);
    assertThat(holds("channel_name == \"\0\uD800\"", SampleChannel.named("x"))).isFalse();
  }
}
