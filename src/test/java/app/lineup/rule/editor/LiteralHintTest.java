package app.lineup.rule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.RuleFormat;
import app.lineup.rule.syntax.RuleParser;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralHintTest {

  private static Optional<LiteralHint> hint(String condition) {
    return LiteralHint.in(RuleParser.condition(condition), condition);
  }

  private static Optional<LiteralHint> ofPattern(String pattern) {
    return hint("channel_name matches " + RuleFormat.quoted(pattern));
  }

  @ParameterizedTest(name = "meant as it stands: {0}")
  @CsvSource(delimiter = '~', value = {
      "BBC (HD)~BBC \\(HD\\)", "(UK) News~\\(UK\\) News", "Canal+~Canal\\+", "Canal+ Sport~Canal\\+ Sport",
      "C++~C\\+\\+", "CNN.us~CNN\\.us", "5.1~5\\.1", "U.S. News~U\\.S\\. News", "news.~news\\.",
      "|UK| News~\\|UK\\| News", "UK|~UK\\|", "DE | Drama~DE \\| Drama", "[HD]~\\[HD\\]", "News [4K]~News \\[4K\\]",
      "BBC+1~BBC\\+1", "(?i)BBC (HD)~BBC \\(HD\\)", "Movies (18+) [FHD]~Movies \\(18\\+\\) \\[FHD\\]",
      "Dr. Who (2005)~Dr\\. Who \\(2005\\)"
  })
  void meantAsItStands(String pattern, String escaped) {
    Optional<LiteralHint> hint = ofPattern(pattern);
    assertThat(hint).hasValueSatisfying(found -> {
      String meant = pattern.replace("(?i)", "");
      assertThat(found.text()).isEqualTo(meant);
      assertThat(found.asContains()).isEqualTo("channel_name contains " + RuleFormat.quoted(meant));
      assertThat(found.asPattern()).isEqualTo("channel_name matches " + RuleFormat.quoted(escaped));
      assertThat(ofPattern(escaped)).as("mended").isEmpty();
      assertThat(Pattern.compile(escaped).matcher("a " + meant + " b").find()).isTrue();
    });
  }

  @ParameterizedTest(name = "a pattern that is one: {0}")
  @ValueSource(strings = {
      "HD", "^UK", "HD$", "HDs?", "(HD|SD)", "HD|SD", "(HD)?", "(HD)+", "^(.*) HD$", ".*", ".+", "S..E..", "S.*E",
      "\\d+",
      "[A-Z]{2}", "[A-Z]+", "[0-9]", "Sport [12]", "Sport [ABC]", "[sS]port", "[FU]HD", "[^a]b", " +", "BBC +HD",
      "(?i)bbc",
      "(?:HD)", "(?=HD)", "a|b|c", "BBC (One|Two)", "news\\.", "BBC \\(HD\\)", "Canal\\+", "colou?r", "go{2}gle",
      "\\bHD\\b",
      "HD |SD", "M*A*S*H", "[aeiou]", "uk: .", "News +", "(a+)", "^BBC (HD)", "(a)(b)+", "BBC . HD"
  })
  void aPatternThatIsOne(String pattern) {
    assertThat(ofPattern(pattern)).isEmpty();
  }

  @Test
  void whatGroupsCatchIsNoText() {
    MappingRule used = RuleParser.mappingRule("channel_name matches \"BBC (HD)\" SET group_title = \"$1\"");
    assertThat(LiteralHint.in(used)).isEmpty();
    MappingRule unused = RuleParser.mappingRule("channel_name matches \"BBC (HD)\" SET group_title = \"BBC\"");
    assertThat(LiteralHint.in(unused)).map(LiteralHint::asContains)
        .contains("channel_name contains \"BBC (HD)\" SET group_title = \"BBC\"");
    assertThat(LiteralHint.in(RuleParser.mappingRule("SET group_title = \"a (b)\""))).isEmpty();
  }

  @Test
  void onlyTheComparisonIsWrittenAnew() {
    String text = "tvg_id  is_empty  AND (group_title =~ 'a' OR channel_name not case_sensitive matches 'Canal+')";
    LiteralHint hint = hint(text).orElseThrow();
    assertThat(hint.asContains())
        .isEqualTo("tvg_id  is_empty  AND (group_title =~ 'a' OR channel_name not_contains \"Canal+\" case_sensitive)");
    assertThat(RuleParser.condition(hint.asPattern())).isInstanceOf(Condition.AllOf.class);
    assertThat(hint("NOT channel_name matches \"Canal+\"").orElseThrow().asContains())
        .isEqualTo("channel_name not_contains \"Canal+\"");
    assertThat(hint("NOT (channel_name matches \"Canal+\" OR tvg_id is_empty)").orElseThrow().asContains())
        .isEqualTo("NOT (channel_name contains \"Canal+\" OR tvg_id is_empty)");
    assertThat(hint("channel_name contains \"Canal+\"")).isEmpty();
    assertThat(hint("channel_name =~ \"Canal+\" OR tvg_id =~ \"C++\"").orElseThrow().text()).isEqualTo("Canal+");
  }
}
