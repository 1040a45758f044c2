package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.model.KnownField;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.AssignOperator;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.RuleFormat;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import app.lineup.rule.syntax.Template;
import app.lineup.rule.syntax.TextOperator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mistakes in rules, and what the user is told of them; and the trees of rules without mistakes.
class RuleSyntaxTest {

  private static RuleSyntaxException mistake(String rule) {
    return catchThrowableOfType(RuleSyntaxException.class, () -> RuleParser.mappingRule(rule));
  }

  private static RuleSyntaxException filterMistake(String filter) {
    return catchThrowableOfType(RuleSyntaxException.class, () -> RuleParser.condition(filter));
  }

  /// rule ¦ column ¦ part of the message ¦ suggestion
  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      chanel_name contains "x" REMOVE                 ¦ 1  ¦ found `chanel_name`              ¦ channel_name
      tvg-id == "x" REMOVE                            ¦ 1  ¦ found `tvg-id`                   ¦ tvg_id
      channel_name contans "x" REMOVE                 ¦ 14 ¦ expected an operator             ¦ contains
      channel_name not_contans "x" REMOVE             ¦ 14 ¦ expected an operator             ¦ not_contains
      channel_name in "a" REMOVE                      ¦ 17 ¦ expected values in parentheses   ¦ ("a")
      channel_name in () REMOVE                       ¦ 18 ¦ expected a text in quotes        ¦ ``
      channel_name in ("a" "b") REMOVE                ¦ 22 ¦ a comma and another value        ¦ ``
      channel_name in ("a", "") REMOVE                ¦ 23 ¦ not empty                        ¦ ``
      channel_name in (@time:now) REMOVE              ¦ 18 ¦ @time: goes with                 ¦ ``
      channel_name greater "5" REMOVE                 ¦ 14 ¦ found `greater`                  ¦ ``
      channel_name greater_then "5" REMOVE            ¦ 14 ¦ found `greater_then`             ¦ greater_than
      tvg_chno => 5 REMOVE                            ¦ 10 ¦ found `=`                        ¦ ==
      tvg_chno > "" REMOVE                            ¦ 12 ¦ not empty                        ¦ ``
      tvg_chno > REMOVE                               ¦ 12 ¦ expected a text in quotes        ¦ "REMOVE"
      channel_name = "x" REMOVE                       ¦ 14 ¦ expected an operator             ¦ ==
      channel_name is_not_empty REMOVE                ¦ 14 ¦ expected an operator             ¦ not is_empty
      channel_name casesensitive == "x" REMOVE        ¦ 14 ¦ expected an operator             ¦ case_sensitive
      channel_name == "x" ADN tvg_id == "x" REMOVE    ¦ 21 ¦ expected AND, OR, SET or REMOVE  ¦ AND
      channel_name == "x" REMVE                       ¦ 21 ¦ found `REMVE`                    ¦ REMOVE
      channel_name == "x"                             ¦ 20 ¦ found the end of the text        ¦ ``
      channel_name == x REMOVE                        ¦ 17 ¦ expected a text in quotes        ¦ "x"
      channel_name == tvg_id REMOVE                   ¦ 17 ¦ expected a text in quotes        ¦ "${tvg_id}"
      channel_name == “x” REMOVE                      ¦ 17 ¦ expected a text in quotes        ¦ `"`
      channel_name contains @time:now REMOVE          ¦ 23 ¦ @time: goes with ==              ¦ ``
      channel_name > @time:nwo REMOVE                 ¦ 16 ¦ @time: and now, today            ¦ @time:now
      channel_name > @time:2026-02-30 REMOVE          ¦ 16 ¦ found `@time:2026-02-30`         ¦ ``
      channel_name case_sensitive > @time:now REMOVE  ¦ 31 ¦ neither case nor accents         ¦ ``
      channel_name ignore_accents == @time:now REMOVE ¦ 32 ¦ neither case nor accents         ¦ ``
      channel_name ignore_accents > "a" REMOVE        ¦ 29 ¦ accents mean nothing             ¦ ``
      channel_name > "a" ignore_accents REMOVE        ¦ 20 ¦ found `ignore_accents`           ¦ ``
      channel_name contains "a" ignore_accent REMOVE  ¦ 27 ¦ found `ignore_accent`            ¦ ``
      channel_name ignore_accent == "x" REMOVE        ¦ 14 ¦ expected an operator             ¦ ignore_accents
      channel_name ignore_accents matches "[z-é]" REMOVE ¦ 41 ¦ a pattern that is not right   ¦ ``
      channel_name ignore_accents ignore_accents == "x" REMOVE ¦ 29 ¦ expected an operator    ¦ ``
      channel_name > @tim:now REMOVE                  ¦ 16 ¦ @time: and a moment              ¦ @time:now
      channel_name > @logo:none REMOVE                ¦ 16 ¦ @time: and a moment              ¦ ``
      SET tvg_name = @logo:https://a.org/b.png        ¦ 16 ¦ @logo: is for tvg_logo alone     ¦ ``
      SET tvg_logo += @logo:https://a.org/b.png       ¦ 17 ¦ @logo: is for tvg_logo alone     ¦ ``
      SET tvg_logo = @logo:b.png                      ¦ 16 ¦ a web address                    ¦ ``
      SET tvg_logo = @logo:                           ¦ 16 ¦ a web address                    ¦ ``
      channel_name == "x REMOVE                       ¦ 17 ¦ never closed                     ¦ ``
      channel_name contains "@time:now" REMOVE        ¦ 23 ¦ @time: goes with ==              ¦ ``
      channel_name > "@time:nwo" REMOVE               ¦ 16 ¦ @time: and now, today            ¦ @time:now
      SET tvg_logo = "@logo:01ARZ3NDEKTSV4RRFFQ69G5FAV" ¦ 16 ¦ a web address                  ¦ ``
      SET tvg_name = "@logo:none"                     ¦ 16 ¦ @logo: is for tvg_logo alone     ¦ ``
      group = "News" SET tvg_id = "x"                 ¦ 7  ¦ expected an operator             ¦ ==
      SET channel_name = $cc                          ¦ 21 ¦ a field or a named group         ¦ ``
      channel_name contains '' REMOVE                 ¦ 23 ¦ not empty                        ¦ ``
      channel_name matches "a(b" REMOVE               ¦ 26 ¦ Unclosed group                   ¦ ``
      channel_name matches "\\"*(b" REMOVE            ¦ 28 ¦ Unclosed group                   ¦ ``
      channel_name matches "[b-a]" REMOVE             ¦ 26 ¦ Illegal character range          ¦ ``
      channel_name =~ "a[[:digit:]]" REMOVE           ¦ 20 ¦ a class as Java writes it        ¦ \\d
      (channel_name == "x" REMOVE                     ¦ 22 ¦ closes the ( in line 1, column 1 ¦ ``
      channel_name == "x") REMOVE                     ¦ 20 ¦ found `)`                        ¦ ``
      channel_name == "x" REMOVE now                  ¦ 28 ¦ found `now`                      ¦ ``
      SET source_name = "x"                           ¦ 5  ¦ source_name can only be read     ¦ ``
      SET media_typ = "x"                             ¦ 5  ¦ expected a field to set          ¦ media_type
      SET group_titel = "x"                           ¦ 5  ¦ expected a field to set          ¦ group_title
      SET group_title == "x"                          ¦ 17 ¦ expected =, ?=, += or -=         ¦ =
      SET group_title "x"                             ¦ 17 ¦ expected =, ?=, += or -=         ¦ ``
      SET group_title = x                             ¦ 19 ¦ expected a text in quotes        ¦ "x"
      SET group_title = channel_name                  ¦ 19 ¦ expected a text in quotes        ¦ "${channel_name}"
      SET group_title += ""                           ¦ 20 ¦ would change nothing             ¦ ``
      SET group_title = "$1"                          ¦ 20 ¦ no `matches` gives groups        ¦ ``
      channel_name =~ "(a)(b)" SET tvg_id = "x$3"     ¦ 41 ¦ the pattern has 2 groups         ¦ ``
      channel_name =~ "a" SET tvg_id = "$1"           ¦ 35 ¦ the pattern has no groups        ¦ ``
      channel_name !~ "(a)" SET tvg_id = "$1"         ¦ 37 ¦ no `matches` gives groups        ¦ ``
      channel_name =~ "(a)" SET tvg_id = "$99999999999" ¦ 37 ¦ the pattern has 1 group        ¦ ``
      SET group_title = "a ${chanel_name}"            ¦ 24 ¦ found `chanel_name`              ¦ channel_name
      channel_name =~ "(?<land>a)" SET tvg_id = "${lnd}" ¦ 46 ¦ a named group                 ¦ land
      SET group_title = "a ${channel_name"            ¦ 22 ¦ closing }                        ¦ ``
      SET group_title = "${tvg_id|uper}"              ¦ 29 ¦ upper, lower, title              ¦ upper
      SET group_title = "${tvg_id|pad}"               ¦ 29 ¦ pad:3                            ¦ ``
      SET group_title = "${tvg_id|upper|}"            ¦ 35 ¦ upper, lower, title              ¦ ``
      SET group_title = "a", 5                        ¦ 24 ¦ expected a field to set          ¦ ``
      STE group_title = "a"                           ¦ 1  ¦ found `STE`                      ¦ SET
      `   `                                           ¦ 4  ¦ found the end of the text        ¦ ``
      attr("a b") == "x" REMOVE                       ¦ 6  ¦ the name of an attribute         ¦ ``
      attr("a" == "x" REMOVE                          ¦ 10 ¦ a closing parenthesis            ¦ ``
      channel_name is_empty case_sensitive REMOVE     ¦ 23 ¦ found `case_sensitive`           ¦ ``
      programme_title == "x" REMOVE                   ¦ 1  ¦ programme_title is a field of a guide's programmes ¦ ``
      program_title == "x" REMOVE                     ¦ 1  ¦ programme_title is a field of a guide's programmes ¦ ``
      SET programme_title = "x"                       ¦ 5  ¦ programme_title is a field of a guide's programmes ¦ ``
      SET tvg_name = "${programme_title}"             ¦ 19 ¦ programme_title is a field of a guide's programmes ¦ ``
      """)
  void saysWhereAndWhat(String rule, int column, String message, String suggestion) {
    RuleSyntaxException mistake = mistake(rule);
    assertThat(mistake).as(rule).isNotNull();
    assertThat(mistake.column()).as(mistake.picture()).isEqualTo(column);
    assertThat(mistake.line()).isEqualTo(1);
    assertThat(mistake).hasMessageContaining(message);
    assertThat(mistake.suggestion().orElse("")).isEqualTo(suggestion);
  }

  @ParameterizedTest
  @DisplayName("habits of those who come from other programs are taken as what they mean, and shown in the right form")
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      tvg_id equals "" REMOVE                   ¦ tvg_id is_empty REMOVE
      tvg_id not_equals "" REMOVE               ¦ tvg_id not is_empty REMOVE
      tvg_id != '' REMOVE                       ¦ tvg_id not is_empty REMOVE
      name eq "a" || chno gte 5 REMOVE          ¦ channel_name equals "a" OR tvg_chno greater_than_or_equal 5 REMOVE
      name neq "a" && !(number lt 5) REMOVE     ¦ channel_name not_equals "a" AND tvg_chno not_less_than 5 REMOVE
      number lte 5 && number gt 1 REMOVE        ¦ tvg_chno less_than_or_equal 5 AND tvg_chno greater_than 1 REMOVE
      case_sensitive name contains "A" REMOVE   ¦ channel_name contains "A" case_sensitive REMOVE
      url =~ "." SET url = $0, logo = $url ¦ stream_url matches "." SET stream_url = "$0", tvg_logo = "${stream_url}"
      SET_IF_EMPTY logo = "v"                   ¦ SET tvg_logo ?= "v"
      APPEND name = "v"                         ¦ SET channel_name += "v"
      REMOVE name = "v"                         ¦ SET channel_name -= "v"
      logo is_empty DELETE epg_id               ¦ tvg_logo is_empty SET tvg_id = ""
      DELETE epg_id, SET logo = "x"             ¦ SET tvg_id = "", tvg_logo = "x"
      name == "x" group = "y"                   ¦ channel_name equals "x" SET group_title = "y"
      group = "y"                               ¦ SET group_title = "y"
      category += "y" name -= "z" REMOVE        ¦ SET group_title += "y", channel_name -= "z", REMOVE
      SET group = "y" SET name = "x"            ¦ SET group_title = "y", channel_name = "x"
      SET channel_number = 5                    ¦ SET tvg_chno = "5"
      language == "a" REMOVE                    ¦ attr("tvg-language") equals "a" REMOVE
      SET country = "${is_adult} ${radio}"      ¦ SET attr("tvg-country") = "${attr(is-adult)} ${attr(radio)}"
      SET logo = "@logo:none"                   ¦ SET tvg_logo = @logo:none
      name > "@time:now() - 3600" REMOVE        ¦ channel_name greater_than @time:now()-3600 REMOVE
      name > @time:now() - 3600 REMOVE          ¦ channel_name greater_than @time:now() - 3600 REMOVE
      name == "@time:2026-01-31T20:15:00+02:00" REMOVE ¦ channel_name equals @time:2026-01-31T20:15:00+02:00 REMOVE
      name < @time:1767225600 REMOVE            ¦ channel_name less_than @time:1767225600 REMOVE
      """)
  void habits(String written, String right) {
    String shown = RuleFormat.of(RuleParser.mappingRule(written));
    assertThat(shown).isEqualTo(right.replace("() - ", "()-"));
    assertThat(RuleFormat.of(RuleParser.mappingRule(shown))).isEqualTo(shown);
  }

  @Test
  @DisplayName("habits in conditions on programmes")
  void habitsOfGuides() {
    var clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
    Condition condition = RuleParser.programmes(
        "title contains \"a\" && genre eq \"b\" || start < \"@time:now()\" AND episode_num == 1"
            + " OR channel_id == \"c\"",
        clock);
    assertThat(RuleFormat.of(condition)).isEqualTo("programme_title contains \"a\" AND programme_category equals \"b\""
        + " OR programme_start less_than @time:now() AND programme_episode equals 1 OR programme_channel equals \"c\"");
  }

  @Test
  void filtersHaveNoActions() {
    assertThat(filterMistake("channel_name == \"x\" REMOVE")).hasMessageContaining("a filter has no actions");
    assertThat(filterMistake("channel_name == \"x\" adn")).satisfies(m -> assertThat(m.suggestion()).contains("AND"));
    assertThat(filterMistake("")).hasMessageContaining("found the end of the text");
  }

  @Test
  void showsTheLineWithACaretUnderneath() {
    RuleSyntaxException mistake = mistake("channel_name == \"x\"\r\n\tAND channel_nam == \"y\"\nREMOVE");
    assertThat(mistake.line()).isEqualTo(2);
    assertThat(mistake.column()).isEqualTo(6);
    assertThat(mistake.picture()).endsWith("\n\tAND channel_nam == \"y\"\n\t    ^^^^^^^^^^^");
    assertThat(mistake.picture())
        .startsWith("line 2, column 6: found `channel_nam`, expected a field; did you mean channel_name?");
  }

  @Test
  void showsOnlyThePartOfALongLine() {
    RuleSyntaxException mistake = mistake("channel_name == \"x\" OR ".repeat(5_000) + "nonsense REMOVE");
    assertThat(mistake.picture().length()).isLessThan(500);
  }

  @Test
  void boundsNesting() {
    assertThat(filterMistake("(".repeat(10_000) + "channel_name == \"x\"" + ")".repeat(10_000)))
        .hasMessageContaining("at most");
    assertThat(mistake("channel_name matches \"" + "(".repeat(50_000) + ")".repeat(50_000) + "\" REMOVE"))
        .hasMessageContaining("nests too deeply");
    assertThat(RuleParser.condition("NOT ".repeat(10_001) + "channel_name == \"x\"")).isInstanceOf(Condition.Not.class);
    String nested = "(".repeat(150) + "channel_name == \"x\"" + ")".repeat(150);
    assertThat(ConditionTest.holds(nested, SampleChannel.named("x"))).isTrue();
  }

  @Test
  void readsLongRules() {
    String filter = "channel_name == \"x\" OR ".repeat(5_000) + "channel_name == \"y\"";
    assertThat(ConditionTest.holds(filter, SampleChannel.named("Y"))).isTrue();
    String alternatives = "a|".repeat(50_000) + "y";
    assertThat(ConditionTest.holds("channel_name matches \"" + alternatives + "\"", SampleChannel.named("Y"))).isTrue();
  }

  @Test
  void buildsTheTree() {
    String text =
        "NOT channel_name contains \"a\" OR tvg_id is_empty AND tvg_id matches 'b' case_sensitive  SET tvg_id = \"x$\"";
    MappingRule rule = RuleParser.mappingRule(text);
    Condition contains = new Condition.Comparison(KnownField.CHANNEL_NAME, TextOperator.CONTAINS,
        ComparisonOptions.USUAL, "a", 4, 29);
    Condition empty = new Condition.IsEmpty(KnownField.TVG_ID, 33, 48);
    Condition matches = new Condition.Comparison(KnownField.TVG_ID, TextOperator.MATCHES,
        new ComparisonOptions(true, false), "b", 53, 86);
    assertThat(rule.condition()).contains(new Condition.AnyOf(List.of(
        new Condition.Not(contains, 0, 29), new Condition.AllOf(List.of(empty, matches), 33, 86)), 0, 86));
    assertThat(rule.actions()).containsExactly(new Action.Assign(KnownField.TVG_ID, AssignOperator.SET,
        new Template(List.of(new Template.Part.Text("x$", 102, 104)), 101, 105), 92, 105));
    assertThat(rule.text()).isEqualTo(text);
  }
}
