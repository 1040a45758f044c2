package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.Origin;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What conditions say of channels.
public class ConditionTest {

  public static boolean holds(String condition, Channel channel) {
    CompiledFilters filters = CompiledFilters.compile(List.of(new Filter(Filter.Mode.INCLUDE, condition, true)));
    boolean remembering = filters.blocks(true).keeps(channel);
    assertThat(filters.blocks(false).keeps(channel)).isEqualTo(remembering);
    return remembering;
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      Das Erste HD      ¦ contains "erste"                 ¦ true
      Das Erste HD      ¦ contains "zweite"                ¦ false
      Das Erste HD      ¦ not_contains "zweite"            ¦ true
      Das Erste HD      ¦ not contains "erste"             ¦ false
      Das Erste HD      ¦ not not_contains "erste"         ¦ true
      Das Erste HD      ¦ contains case_sensitive "Erste"  ¦ error
      Das Erste HD      ¦ case_sensitive contains "Erste"  ¦ true
      Das Erste HD      ¦ case_sensitive contains "erste"  ¦ false
      Das Erste HD      ¦ contains "erste" case_sensitive  ¦ false
      Das Erste HD      ¦ CONTAINS "ERSTE" CASE_SENSITIVE  ¦ false
      Das Erste HD      ¦ equals "das erste hd"            ¦ true
      Das Erste HD      ¦ equals "das erste"               ¦ false
      Das Erste HD      ¦ not_equals "das erste"           ¦ true
      Das Erste HD      ¦ == "DAS ERSTE HD"                ¦ true
      Das Erste HD      ¦ != "DAS ERSTE HD"                ¦ false
      Das Erste HD      ¦ starts_with "das "               ¦ true
      Das Erste HD      ¦ not_starts_with "das "           ¦ false
      Das Erste HD      ¦ starts_with "Das Erste HD+"      ¦ false
      Das Erste HD      ¦ ends_with " hd"                  ¦ true
      Das Erste HD      ¦ case_sensitive ends_with " hd"   ¦ false
      Das Erste HD      ¦ not_ends_with "sd"               ¦ true
      Das Erste HD      ¦ matches "e[rs]{2}"               ¦ true
      Das Erste HD      ¦ matches "^erste"                 ¦ false
      Das Erste HD      ¦ not_matches "^erste"             ¦ true
      Das Erste HD      ¦ =~ "ERSTE? (hd|sd)$"             ¦ true
      Das Erste HD      ¦ !~ "ERSTE? (hd|sd)$"             ¦ false
      Das Erste HD      ¦ matches "erste" case_sensitive   ¦ false
      Das Erste HD      ¦ case_sensitive matches "(?i)ers" ¦ true
      Das Erste HD      ¦ is_empty                         ¦ false
      Das Erste HD      ¦ not is_empty                     ¦ true
      ``                ¦ is_empty                         ¦ true
      `  `              ¦ is_empty                         ¦ true
      Été à Zürich      ¦ contains "été À z"               ¦ true
      Été à Zürich      ¦ case_sensitive contains "été"    ¦ false
      Été à Zürich      ¦ equals "ÉTÉ À ZÜRICH"            ¦ true
      Été à Zürich      ¦ matches "^été à zü"              ¦ true
      Été à Zürich      ¦ contains "rich"                  ¦ true
      Матч ТВ           ¦ starts_with "матч"               ¦ true
      Матч ТВ           ¦ ends_with "тв"                   ¦ true
      Матч ТВ           ¦ matches "^.{4} .."               ¦ true
      Матч ТВ           ¦ matches "^.{5} .."               ¦ false
      İzmir 😀 TV       ¦ contains "izmir"                 ¦ true
      İzmir 😀 TV       ¦ matches "izmir . tv"             ¦ true
      ``                ¦ contains "x"                     ¦ false
      say "hi" \\ now   ¦ contains "\\"HI\\" \\\\"         ¦ true
      say "hi" \\ now   ¦ contains '"hi" \\'               ¦ true
      a.b               ¦ matches "a\\.b"                  ¦ true
      axb               ¦ matches "a\\.b"                  ¦ false
      """)
  void comparesName(String name, String comparison, String expected) {
    String condition = "channel_name " + comparison;
    if (expected.equals("error")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> RuleParser.condition(condition))
          .isInstanceOf(RuleSyntaxException.class);
    } else {
      assertThat(holds(condition, SampleChannel.named(name))).isEqualTo(Boolean.parseBoolean(expected));
    }
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      News;Sports   ¦ equals "news"              ¦ true
      News;Sports   ¦ equals "sports"            ¦ true
      News;Sports   ¦ equals "news;sports"       ¦ true
      News;Sports   ¦ not_equals "news"          ¦ false
      News;Sports   ¦ not equals "kids"          ¦ true
      News; Sports  ¦ equals "sports"            ¦ true
      News;Sports   ¦ starts_with "spo"          ¦ true
      News;Sports   ¦ ends_with "ws"             ¦ true
      News;Sports   ¦ matches "^sports$"         ¦ true
      News;Sports   ¦ not_matches "^sports$"     ¦ false
      News;Sports   ¦ matches "^news;"           ¦ true
      News;Sports   ¦ contains "s;s"             ¦ true
      Nachrichten;Ü ¦ equals "ü"                 ¦ true
      ;             ¦ equals ";"                 ¦ true
      ;             ¦ matches "^$"               ¦ true
      News          ¦ matches "^$"               ¦ false
      """)
  void comparesGroupInParts(String group, String comparison, boolean expected) {
    assertThat(holds("group_title " + comparison, SampleChannel.inGroup(group))).isEqualTo(expected);
    // The same where the group is not in the bytes.
    Channel changed = SampleChannel.inGroup("x").with(KnownField.GROUP_TITLE, group);
    assertThat(holds("group_title " + comparison, changed)).isEqualTo(expected);
    Channel inherited = new SampleChannel().from(new Origin("a", "m3u", "", group, Map.of())).channel();
    assertThat(holds("group_title " + comparison, inherited)).isEqualTo(expected);
  }

  @Test
  void nameIsNotSplit() {
    assertThat(holds("channel_name equals \"A\"", SampleChannel.named("A;B"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      T OR F AND F          ¦ true
      (T OR F) AND F        ¦ false
      F AND F OR T          ¦ true
      F AND (F OR T)        ¦ false
      NOT F AND F           ¦ false
      NOT (F AND F)         ¦ true
      NOT T OR T            ¦ true
      NOT (T OR T)          ¦ false
      NOT NOT T             ¦ true
      not not not T         ¦ false
      NOT (NOT (T) or F)    ¦ true
      T and T And T aNd F   ¦ false
      ((((T))))             ¦ true
      """)
  void joins(String logic, boolean expected) {
    String condition = logic.replaceAll("\\bT\\b", "channel_name equals \"One\"")
        .replaceAll("\\bF\\b", "channel_name equals \"Two\"");
    assertThat(holds(condition, SampleChannel.named("One"))).isEqualTo(expected);
    assertThat(holds(condition.replace("channel_name", "group_title"), SampleChannel.inGroup("One")))
        .isEqualTo(expected);
  }

  @Test
  void readsEveryKindOfField() {
    Channel channel = new SampleChannel()
        .with(KnownField.CHANNEL_NAME, "One")
        .with(KnownField.TVG_ID, "one.de")
        .with(KnownField.STREAM_URL, "http://h/movie/1.mkv")
        .with("catchup", "Shift")
        .channel();
    assertThat(holds("tvg_id equals \"ONE.de\"", channel)).isTrue();
    assertThat(holds("attr(\"tvg-id\") equals \"ONE.de\"", channel)).isTrue();
    assertThat(holds("ATTR('Catchup') equals \"shift\"", channel)).isTrue();
    assertThat(holds("attr(\"nothing\") is_empty", channel)).isTrue();
    assertThat(holds("source_name equals \"home\" AND source_type == 'm3u'", channel)).isTrue();
    assertThat(holds("media_type equals \"movie\"", channel)).isTrue();
    assertThat(holds("tvg_name is_empty and tvg_id not is_empty", channel)).isTrue();
  }

  @Test
  void readsOtherCharsets() {
    Channel channel = new SampleChannel().in(Charset.forName("windows-1251"))
        .with(KnownField.CHANNEL_NAME, "Матч ТВ").with(KnownField.GROUP_TITLE, "Спорт;Кино").channel();
    assertThat(holds("channel_name equals \"МАТЧ тв\"", channel)).isTrue();
    assertThat(holds("channel_name case_sensitive matches \"^(.+) (.+)$\"", channel)).isTrue();
    assertThat(holds("group_title equals \"кино\"", channel)).isTrue();
  }

  @Test
  void filtersKeepAndDrop() {
    Filter news = new Filter(Filter.Mode.INCLUDE, "group_title == \"News\"", true);
    Filter kids = new Filter(Filter.Mode.INCLUDE, "group_title == \"Kids\"", true);
    Filter off = new Filter(Filter.Mode.INCLUDE, "this is not even read", false);
    Filter xxx = new Filter(Filter.Mode.EXCLUDE, "channel_name contains \"xxx\"", true);
    CompiledFilters filters = CompiledFilters.compile(List.of(news, off, xxx, kids));
    BlockFilters evaluator = filters.blocks(true);
    assertThat(evaluator.keeps(SampleChannel.inGroup("news"))).isTrue();
    assertThat(evaluator.keeps(SampleChannel.inGroup("kids"))).isTrue();
    assertThat(evaluator.keeps(SampleChannel.inGroup("sport"))).isFalse();
    assertThat(evaluator.keeps(SampleChannel.inGroup("kids").with(KnownField.CHANNEL_NAME, "XXX 1"))).isFalse();
    assertThat(CompiledFilters.compile(List.of(xxx)).blocks(true).keeps(SampleChannel.inGroup("any"))).isTrue();
    assertThat(CompiledFilters.compile(List.of(off)).isEmpty()).isTrue();
    assertThat(filters.reads()).containsExactlyInAnyOrder(KnownField.GROUP_TITLE, KnownField.CHANNEL_NAME);
  }
}
