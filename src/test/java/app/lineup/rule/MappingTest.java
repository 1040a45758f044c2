package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.model.Attribute;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.Origin;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What mapping rules do to channels.
public class MappingTest {

  public static CompiledMapping mapping(String... rules) {
    return CompiledMapping.compile(Stream.of(rules).map(rule -> new Rule(rule, true)).toList());
  }

  private static Channel apply(Channel channel, String... rules) {
    CompiledMapping mapping = mapping(rules);
    Channel result = mapping.blocks(true).apply(channel);
    assertThat(result).isNotNull();
    return result;
  }

  private static String name(Channel channel) {
    return channel.text(KnownField.CHANNEL_NAME);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      US: Fox HD  ¦ channel_name matches "^(\\w+): (.+?)( HD)?$" SET channel_name = "$2 [$1]"        ¦ Fox [US]
      US: Fox     ¦ channel_name matches "^(\\w+): (.+?)( HD)?$" SET channel_name = "$2$3|$0"        ¦ Fox|US: Fox
      US: Fox     ¦ channel_name matches "(?<land>\\w+): (?<rest>.+)" SET channel_name = "${rest}/${land}" ¦ Fox/US
      abcdefghijk ¦ channel_name =~ "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)k" SET channel_name = "$10-$1"    ¦ j-a
      abcdefghijk ¦ channel_name =~ "(a)(b)(c)" SET channel_name = "${1}0"                           ¦ a0
      Fox         ¦ SET channel_name = "${channel_name} ${source_name} ${media_type}"                ¦ Fox Home live
      Fox         ¦ SET channel_name += " +1"                                                        ¦ Fox +1
      Fox fOX FX  ¦ SET channel_name -= "fox"                                                        ¦ `  FX`
      Fox         ¦ SET channel_name ?= "none"                                                       ¦ Fox
      ``          ¦ SET channel_name ?= "none"                                                       ¦ none
      Fox         ¦ SET channel_name = '$1 ${x} \\'                                                  ¦ $1 ${x} \\
      Fox         ¦ SET channel_name = "\\$1 \\"q\\" \\\\ $ $x 5$"                                   ¦ $1 "q" \\ $ $x 5$
      Fox         ¦ channel_name equals "cnn" SET channel_name = "x"                                 ¦ Fox
      Fox         ¦ (channel_name =~ "(z)" OR channel_name =~ "(F)o") SET channel_name = "$1"        ¦ F
      Fox         ¦ (channel_name =~ "(F)" AND channel_name == "z" OR channel_name =~ "(x)") SET channel_name = "$1" ¦ x
      Fox         ¦ channel_name =~ "(F)" AND channel_name =~ "o" SET channel_name = "$1"            ¦ F
      Fox         ¦ channel_name =~ "(F)" AND channel_name =~ "(o)" SET channel_name = "$1"          ¦ F
      Fox         ¦ NOT (channel_name !~ "(F)") SET channel_name = "$1"                              ¦ F
      Fox         ¦ NOT (channel_name =~ "(z)" OR channel_name !~ "(o)") SET channel_name = "$1"     ¦ o
      Fox         ¦ channel_name =~ "(?<a>F)" AND channel_name =~ "(?<b>o)" SET channel_name = "${b}${a}$1" ¦ oFF
      Fox         ¦ channel_name =~ "F" AND channel_name =~ "(o)" SET channel_name = "$1$0"          ¦ oF
      Fox         ¦ channel_name matches "^(?P<cc>.)(.)" SET channel_name = "${cc}"                  ¦ F
      Foox        ¦ channel_name matches "(?P<c>o)(?P=c)" SET channel_name = "[${c}]"                ¦ [o]
      Fox         ¦ channel_name =~ "(z)?Fox" SET channel_name = "[$1]"                              ¦ []
      Été         ¦ channel_name =~ "^(.)(.*)$" SET channel_name = "$2$1"                            ¦ téÉ
      Été 1       ¦ channel_name =~ "^(.*) (\\d)$" SET channel_name = "$2 $1 – ${source_name}"       ¦ 1 Été – Home
      Fox         ¦ set Channel_Name = "a", CHANNEL_NAME += "b"                                      ¦ ab
      News [AD]   ¦ SET channel_name -= " [AD]", channel_name += " (audio)"                          ¦ News (audio)
      ``          ¦ SET channel_name ?= "x", channel_name ?= "y"                                     ¦ x
      Fox         ¦ SET channel_name = "", channel_name ?= "y", channel_name += "${channel_name}"    ¦ yFox
      Fox         ¦ SET tvg_id = "a", channel_name = "a", channel_name += "!", channel_name -= "A"   ¦ !
      news 24     ¦ SET channel_name = "${channel_name|upper}!"                                      ¦ NEWS 24!
      neWS o'neil ¦ SET channel_name = "${channel_name|title}"                                       ¦ News O'neil
      ` Été & Co` ¦ SET channel_name = "${channel_name|slug}"                                        ¦ ete-co
      ` A é/b `   ¦ SET channel_name = "${channel_name | trim | url}"                                ¦ A%20%C3%A9%2Fb
      ch 7        ¦ channel_name =~ "(\\d)" SET channel_name = "${1|pad:3}"                          ¦ 007
      ch 7        ¦ channel_name =~ "(?<n>\\d)" SET channel_name = "${n|number+100|pad:5}"           ¦ 00107
      ch 7        ¦ channel_name =~ "(\\d)" SET channel_name = "${1|number-0.5}"                     ¦ 6.5
      ch 7        ¦ SET channel_name = "${channel_name|number+1}"                                    ¦ ch 7
      a-b_c       ¦ SET channel_name = "${channel_name|replace:"-":"}"|replace:'_':'|'|lower} x"     ¦ a}b|c x
      ab          ¦ SET channel_name = "${channel_name|replace:\\"a\\":\\"é\\"}"                      ¦ éb
      sur RTÉ     ¦ channel_name matches "\\bRTÉ\\b" SET channel_name = "yes"                         ¦ yes
      Hdéf        ¦ channel_name matches "\\bhd\\b" SET channel_name = "yes"                          ¦ Hdéf
      日本語      ¦ channel_name matches "^\\w+$" SET channel_name = "yes"                            ¦ yes
      a٣ b   ¦ channel_name matches "^[a]\\d\\s[^\\d\\s]$" SET channel_name = "yes"               ¦ yes
      é           ¦ channel_name matches "^\\W" SET channel_name = "yes"                              ¦ é
      """)
  void setsName(String before, String rule, String after) {
    assertThat(name(apply(SampleChannel.named(before), rule))).isEqualTo(after);
    // The same where the name is no longer in the bytes.
    Channel changed = SampleChannel.named("something else").with(KnownField.CHANNEL_NAME, before);
    assertThat(name(apply(changed, rule))).isEqualTo(after);
  }

  @ParameterizedTest
  @DisplayName("M3U-25: taking out a part of A;B takes its semicolon too, and nothing of the other parts")
  @CsvSource(delimiter = '¦', textBlock = """
      A;B         ¦ A      ¦ B
      A;B         ¦ b      ¦ A
      A;B;C       ¦ B      ¦ A;C
      A; Arte     ¦ A      ¦ Arte
      News;Ne     ¦ ne     ¦ News
      A Kids;B    ¦ Kids   ¦ 'A ;B'
      A           ¦ A      ¦ ''
      """)
  void takesOutPartsOfGroups(String before, String taken, String after) {
    Channel channel = new SampleChannel().with(KnownField.GROUP_TITLE, before).channel();
    assertThat(apply(channel, "SET group_title -= \"" + taken + "\"").text(KnownField.GROUP_TITLE)).isEqualTo(after);
  }

  @Test
  void assignmentsSeeTheRecordAsItWas() {
    Channel channel = new SampleChannel()
        .with(KnownField.CHANNEL_NAME, "a").with(KnownField.TVG_NAME, "b").with("x", "c").channel();
    Channel after = apply(channel,
        "SET channel_name = \"${tvg_name}\", tvg_name = \"${attr(x)}\", SET attr(\"x\") = \"${channel_name}\"");
    assertThat(name(after)).isEqualTo("b");
    assertThat(after.text(KnownField.TVG_NAME)).isEqualTo("c");
    assertThat(after.text(new Attribute("x"))).isEqualTo("a");
  }

  @Test
  void rulesSeeWhatEarlierOnesDid() {
    Channel after = apply(SampleChannel.named("US: Fox HD"),
        "channel_name case_sensitive matches \"^(.*?) (?:FHD|HD)$\" SET channel_name = \"$1\", tvg_name = \"$1\"",
        "channel_name case_sensitive matches \"^([A-Z]{2,3}) ?[:|-] *(.+)$\" SET channel_name = \"$2 [$1]\", tvg_name "
            + "= \"$2 [$1]\"",
        "channel_name ends_with \"[us]\" AND tvg_name == \"fox [us]\" SET group_title = \"USA\"",
        "group_title == \"usa\" SET group_title = \"United States\"");
    assertThat(name(after)).isEqualTo("Fox [US]");
    assertThat(after.text(KnownField.TVG_NAME)).isEqualTo("Fox [US]");
    assertThat(after.text(KnownField.GROUP_TITLE)).isEqualTo("United States");
  }

  @Test
  void removes() {
    CompiledMapping mapping = mapping("channel_name starts_with \"##\" REMOVE");
    assertThat(mapping.removes()).isTrue();
    assertThat(mapping.blocks(true).apply(SampleChannel.named("## Sport ##"))).isNull();
    Channel kept = SampleChannel.named("Sport");
    assertThat(mapping.blocks(true).apply(kept)).isSameAs(kept);
    assertThat(mapping("SET tvg_id = \"x\", REMOVE").blocks(true).apply(kept)).isNull();
    assertThat(mapping("SET tvg_id = \"x\"").removes()).isFalse();
  }

  @Test
  void tellsWhatItReadsAndSets() {
    CompiledMapping mapping = CompiledMapping.compile(List.of(
        new Rule("group_title == \"a\" SET channel_name += \"$ ${tvg_id}\", tvg_logo = \"x\"", true),
        new Rule("SET tvg_shift = \"1\"", false)));
    assertThat(mapping.reads()).containsExactlyInAnyOrder(
        KnownField.GROUP_TITLE, KnownField.CHANNEL_NAME, KnownField.TVG_ID);
    assertThat(mapping.sets(KnownField.TVG_LOGO)).isTrue();
    assertThat(mapping.sets(KnownField.TVG_SHIFT)).isFalse();
    assertThat(mapping.isEmpty()).isFalse();
    assertThat(CompiledMapping.compile(List.of(new Rule("nonsense", false))).isEmpty()).isTrue();
  }

  @Test
  void whatIsWrittenAlreadyIsNoChange() {
    Channel channel = new SampleChannel()
        .with(KnownField.CHANNEL_NAME, "Zürich").with(KnownField.TVG_NAME, "").with("catchup", "shift").channel();
    assertThat(
        apply(channel, "SET channel_name = \"Zürich\", tvg_name = \"\", tvg_id = \"\", attr(\"catchup\") = \"shift\""))
        .isSameAs(channel);
    assertThat(apply(channel, "SET channel_name = \"zürich\"").changes().of(KnownField.CHANNEL_NAME))
        .isEqualTo("zürich");
    Channel inherited = new SampleChannel().from(new Origin("a", "m3u", "", "News", Map.of())).channel();
    assertThat(apply(inherited, "SET group_title = \"News\"").changed(KnownField.GROUP_TITLE)).isEqualTo("News");
  }

  @Test
  void anEmptyGroupIsTheInheritedOne() {
    Channel channel = new SampleChannel().with(KnownField.GROUP_TITLE, "")
        .from(new Origin("a", "m3u", "", "News", Map.of())).channel();
    assertThat(apply(channel, "group_title == \"news\" SET tvg_id = \"${group_title}\"").text(KnownField.TVG_ID))
        .isEqualTo("News");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "UTF-8"})
  void carriesTextsOfOtherCharsets(String charset) {
    Channel channel = new SampleChannel().in(Charset.forName(charset)).with(KnownField.CHANNEL_NAME, "Матч ТВ")
        .channel();
    Channel after = apply(channel, "channel_name matches \"^(.*) (.*)$\" SET tvg_name = \"$2 é $1\"",
        "tvg_name == \"тв É матч\" SET channel_name = \"${tvg_name}!\"");
    assertThat(name(after)).isEqualTo("ТВ é Матч!");
  }

  @Test
  void lineEndsInValuesBecomeSpacesForLaterRulesToo() {
    Channel channel = SampleChannel.named("x").with(KnownField.TVG_ID, "a");
    Channel after = apply(channel, "SET tvg_name = \"a\u0000b\"", "tvg_name == \"a b\" SET tvg_id = \"seen\"");
    assertThat(after.text(KnownField.TVG_ID)).isEqualTo("seen");
  }

  @Test
  void halfASurrogatePairBecomesAQuestionMark() {
    Channel after = apply(SampleChannel.named("x?\uD83D"), "channel_name is_empty SET tvg_id = \"1\"",
        "SET tvg_id = \"\uD83D?\"", "tvg_id ends_with \"?\" SET tvg_name = \"<${tvg_id}>\"");
    assertThat(after.text(KnownField.TVG_NAME)).isEqualTo("<??>");
  }

  @Test
  void aRuleThatCannotBeCarriedOutIsNamed() {
    String slow = "channel_name matches \"^a*a*a*a*a*(?=x)y$\" SET tvg_id = \"1\"";
    assertThatThrownBy(() -> mapping(slow).blocks(true).apply(SampleChannel.named("a".repeat(200) + "zy")))
        .isInstanceOf(RuleFailedException.class)
        .hasMessageContaining(slow)
        .hasMessageContaining("channel aaa");
    String simple = "channel_name matches \"a*a*a*a*a*a*a*b\\dc|[a]*[a]*[a]*[a]*[a]*[a]*[a]*\\d\" REMOVE";
    assertThatThrownBy(() -> mapping(simple).blocks(true).apply(SampleChannel.named("a".repeat(300))))
        .isInstanceOf(RuleFailedException.class);
    String deep = "channel_name matches \"(?:(?=.)(.|z))+$\" REMOVE";
    assertThatThrownBy(() -> mapping(deep).blocks(true).apply(SampleChannel.named("é".repeat(200_000))))
        .isInstanceOf(RuleFailedException.class)
        .hasMessageEndingWith("channel " + "é".repeat(79) + "…");
  }
}
