package app.lineup.rule.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Patterns that would try without end and without looking at a character, which no budget would notice.
final class BacktrackEstimateTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "^(.*?) (?:FHD|UHD|HEVC|4K|HD|SD)$", "^([A-Z]{2,3}) ?[:|-] *(.+)$", "(?:a|b|c|d|e|f|g|h|)*x",
    "a?b?c?d?e?f?g?h?i?j?k?l?m?n?o?",
    "(ab)?(cd)?(ef)?(gh)?(ij)?(kl)?(mn)?(op)?(qr)?(st)?(uv)?(wx)?(yz)?", "(\\s*-?\\s*)?[)(?*\\]]((x)?(y)?)?",
    "\\d{1,4000}", "(?i)(?:\\Q(?\\E)+",
    "(?:\\s*[|:-]?\\s*)?(?:4K)?(?:\\s*)?", "(?<=a)(?<!b)(?=c)(?!d)(?>e)(?<name>f)\\k<name>", "[a-z&&[^bc]]?[]a]?",
    "\\p{L}{2}\\x{41}?",
    "(?:.*,){11}P", "(.*a){12}$", "(a*)*b\\1"})
  void honestPatternsPass(String pattern) {
    var _ = Pattern.compile(pattern);
    assertThat(BacktrackEstimate.tooMany(pattern)).isFalse();
  }

  @Test
  void patternsWithoutEndAreRefused() {
    for (String pattern : new String[] {
      "(a?)?".repeat(30) + "(?=x)", "(?:a*)*".repeat(30) + "$", "(a?|b?)".repeat(30) + "(?!)", "(?:){100000000}x",
          "(){99999}",
      "((a?){1000}){1000}", "(?:(a?)??){3,}".repeat(20), "(|(|(|)))?".repeat(20), "(?=(a?|b?)*)".repeat(30),
      "(?i:a?|)".repeat(30),
      "[(](a?)?".repeat(30), "\\Q(\\E(a?)?".repeat(30), "(?x) (a?) ?".repeat(30),
      "(?<n>a*)*\\(".replace("n>", "n1>") + "(a*)*".repeat(20)}) {
      var _ = Pattern.compile(pattern);
      assertThat(BacktrackEstimate.tooMany(pattern)).as(pattern).isTrue();
      assertThatThrownBy(() -> RuleParser.condition("channel_name matches '" + pattern + "'"))
          .isInstanceOf(RuleSyntaxException.class).hasMessageContaining("optional");
    }
  }
}
