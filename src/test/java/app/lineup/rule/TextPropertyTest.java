package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.Origin;
import app.lineup.rule.syntax.CaseFold;
import app.lineup.rule.syntax.TextOperator;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Bytes and memos are only quicker: they answer what plain strings answer.
class TextPropertyTest {

  private static final String[] PARTS = {
    "a", "A", "k", "K", "s", "S", "i", "I", "1", " ", ";", "[", "{", "@", "`", "é", "É", "ß", "ı", "İ", "ſ", "\u212A",
    "я", "Я", "😀",
    "adult", "XXX", "24/7"};

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PARTS).list().ofMaxSize(14).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
  }

  @Property(tries = 4_000)
  void plainOperators(
      @ForAll("texts") String text, @ForAll("values") String value, @ForAll boolean caseSensitive,
      @ForAll TextOperator operator, @ForAll boolean one) {
    if (operator == TextOperator.MATCHES) {
      return;
    }
    String a = caseSensitive ? text : CaseFold.fold(text);
    String b = caseSensitive ? value : CaseFold.fold(value);
    boolean expected = switch (operator) {
      case CONTAINS -> a.contains(b);
      case EQUALS -> a.equals(b);
      case STARTS_WITH -> a.startsWith(b);
      case ENDS_WITH -> a.endsWith(b);
      case MATCHES -> throw new AssertionError();
    };
    String condition = "channel_name " + (caseSensitive ? "case_sensitive " : "") + operator.ruleName() + " '" + value
        + "'";
    assertThat(ConditionTest.holds(condition, SampleChannel.named(text))).isEqualTo(expected);
    assertThat(ConditionTest.holds(condition, SampleChannel.named("x").with(KnownField.CHANNEL_NAME, text)))
        .isEqualTo(expected);
    if (one) {
      Channel channel = new SampleChannel().in(Charset.forName("windows-1251")).with(KnownField.CHANNEL_NAME, text)
          .channel();
      Channel same = SampleChannel.named(channel.text(KnownField.CHANNEL_NAME));
      assertThat(ConditionTest.holds(condition, channel)).isEqualTo(ConditionTest.holds(condition, same));
    }
  }

  @Property(tries = 2_000)
  void foldIsTheOneOfEqualsIgnoreCase(@ForAll("texts") String a, @ForAll("texts") String b) {
    assertThat(CaseFold.fold(a).equals(CaseFold.fold(b))).isEqualTo(a.equalsIgnoreCase(b));
  }

  @Property(tries = 60)
  void memosRememberRightly(@ForAll("texts") String one, @ForAll("texts") String two, @ForAll("values") String value) {
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      filters.add(new Filter(i % 2 == 0 ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE,
          "group_title contains '" + value + i % 7 + "' OR group_title =~ '(?:1|a" + i % 5
          + ")$' OR source_name contains 'k'", true));
      filters.add(
          new Filter(Filter.Mode.INCLUDE, "group_title contains 'a' AND group_title not_contains '" + value + "'",
              true));
    }
    CompiledFilters compiled = CompiledFilters.compile(filters);
    CompiledMapping mapping = CompiledMapping.compile(List.of(
        new Rule("group_title =~ '^(.)' AND NOT group_title contains '" + value + "' SET group_title = \"$1$1\"", true),
        new Rule("group_title =~ '^(.)(.)$' SET tvg_id = \"$2\"", true)));
    BlockFilters with = compiled.blocks(true);
    BlockFilters without = compiled.blocks(false);
    BlockRules mapWith = mapping.blocks(true);
    BlockRules mapWithout = mapping.blocks(false);
    for (Channel channel : channels(one, two)) {
      assertThat(with.keeps(channel)).isEqualTo(without.keeps(channel));
      assertThat(texts(mapWith.apply(channel))).isEqualTo(texts(mapWithout.apply(channel)));
    }
  }

  private static List<String> texts(Channel channel) {
    return List.of(channel.text(KnownField.GROUP_TITLE), channel.text(KnownField.TVG_ID));
  }

  private static List<Channel> channels(String one, String two) {
    List<Channel> channels = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (String group : List.of(one, two, one + two, "a", "", one.repeat(40))) {
        channels.add(SampleChannel.inGroup(group));
        channels.add(SampleChannel.inGroup("x").with(KnownField.GROUP_TITLE, group));
        channels.add(new SampleChannel().from(new Origin(two, "m3u", "", group, Map.of())).channel());
        for (String charset : List.of("windows-1252", "windows-1251")) {
          channels.add(new SampleChannel().in(Charset.forName(charset)).with(KnownField.GROUP_TITLE, group).channel());
        }
      }
    }
    return channels;
  }

  @Property(tries = 800)
  void rulesTogetherAreRulesOneAfterTheOther(
      @ForAll("texts") String name, @ForAll("texts") String id, @ForAll("values") String value) {
    List<String> rules = List.of(
        "channel_name =~ \"^(.)(.*)$\" SET channel_name = \"$2$1\", tvg_name = \"${channel_name}\"",
        "channel_name contains '" + value + "' OR tvg_id =~ \"(k)\" SET tvg_id = \"<$1>\", tvg_name += \"$0\"",
        "SET tvg_name -= '" + value + "', group_title ?= \"${tvg_name}\"",
        "group_title case_sensitive matches \"(.*) (?<x>.+)\" SET channel_name = \"${x}${tvg_id}\"");
    Channel channel = new SampleChannel().with(KnownField.CHANNEL_NAME, name).with(KnownField.TVG_ID, id).channel();
    Channel stepwise = channel;
    for (String rule : rules) {
      stepwise = MappingTest.mapping(rule).blocks(true).apply(stepwise);
    }
    Channel together = MappingTest.mapping(rules.toArray(String[]::new)).blocks(true).apply(channel);
    for (KnownField field : KnownField.values()) {
      assertThat(together.text(field)).isEqualTo(stepwise.text(field));
    }
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(together.text(KnownField.CHANNEL_NAME))).isTrue();
  }
}
