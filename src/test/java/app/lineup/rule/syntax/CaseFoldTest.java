package app.lineup.rule.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.rule.ConditionTest;
import app.lineup.rule.SampleChannel;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Letters that upper and lower case make trouble with: every operator says the same of them, whether the text stands
/// in the entry or a rule has set it.
final class CaseFoldTest {

  @ParameterizedTest
  @CsvSource({
    "İ, i, true", "İ, I, true", "ı, I, true", "ı, i, true", "ß, ẞ, true", "ß, ss, false", "ẞ, SS, false", "σ, ς, true",
    "Σ, ς, true",
    "\u212A, k, true", "K, \u212A, true", "ſ, s, true", "ſ, S, true", "É, é, true", "É, e, false", "Я, я, true",
    "ǅ, ǆ, true", "ǅ, Ǆ, true",
    "ﬁ, fi, false", "Å, \u212B, true", "Ω, \u2126, true", "µ, μ, true", "𐐀, 𐐨, true"})
  void allOperatorsAgree(String text, String value, boolean equal) {
    for (Channel channel : new Channel[] {
      SampleChannel.named(text), SampleChannel.named("other").with(KnownField.CHANNEL_NAME, text)}) {
      for (String operator : new String[] {"equals", "contains", "starts_with", "ends_with", "matches"}) {
        assertThat(ConditionTest.holds("channel_name " + operator + " \"" + value + "\"", channel)).as(operator)
            .isEqualTo(equal);
        boolean same = text.equals(value);
        assertThat(ConditionTest.holds("channel_name case_sensitive " + operator + " \"" + value + "\"", channel))
            .isEqualTo(same);
      }
    }
  }

  @Test
  void everyLetterIsComparedAsRegexDoes() {
    for (int c = 1; c < 0x1E944; c++) {
      int folded = CaseFold.fold(c);
      // A pattern that is `ß` alone does not meet `ẞ` in the JDK, though one with a letter more does.
      if (folded != c && c != 'ẞ') {
        String one = Character.toString(c);
        Pattern pattern = Pattern.compile(Pattern.quote(Character.toString(folded)),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        assertThat(pattern.matcher(one).matches()).as("U+%X", c).isTrue();
        assertThat(CaseFold.fold(folded)).as("U+%X", c).isEqualTo(folded);
        assertThat(one.equalsIgnoreCase(Character.toString(folded))).as("U+%X", c).isTrue();
      }
    }
  }
}
