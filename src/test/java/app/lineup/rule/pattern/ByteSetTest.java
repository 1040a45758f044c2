package app.lineup.rule.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.rule.pattern.ByteSet.Reach;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of a pattern's place outside ASCII holds for every character that is no [NonAsciiHazard].
class ByteSetTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "a", "k", "S", "i", "I", "_", "1", "\\.", "\\d", "\\w", "\\s", "\\t", ".", "\\D", "\\W", "\\S", "[a-z]", "[A-Z]",
    "[^a-z]",
    "[A-z]", "[^k]", "[^\\w]", "[!-~]", "[^!-~]", "[\\d\\s]", "[^\\d:|-]", "[ -:]"})
  void reachIsRight(String place) {
    for (int flags : new int[] {0, Pattern.CASE_INSENSITIVE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE}) {
      ByteSet set = new SetReader(place, flags).read(0).set();
      assertThat(set.reach()).isNotEqualTo(Reach.SOMETHING);
      Pattern pattern = Pattern.compile(place, flags);
      Matcher matcher = pattern.matcher("");
      for (int c = 0x80; c <= Character.MAX_CODE_POINT; c += c < 0x12000 ? 1 : 61) {
        if ((c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && !isOdd(c, flags)) {
          boolean matches = matcher.reset(Character.toString(c)).matches();
          assertThat(matches).as("U+%04X, flags %d", c, flags).isEqualTo(set.reach() == Reach.EVERYTHING);
        }
      }
    }
  }

  private static boolean isOdd(int codePoint, int flags) {
    byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    return (NonAsciiHazard.in(utf8, 0, utf8.length) & (flags == 0 ? NonAsciiHazard.LINE_END : -1)) != 0;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 40})
  void runsEndWhereTheSetDoes(int length) {
    byte[] bytes = ("a".repeat(length) + ":" + "é".repeat(3) + "\n" + "b:").getBytes(StandardCharsets.UTF_8);
    for (String place : new String[] {".", "[^:]", "[^b]", "[a-z]", "\\W", "[a:]"}) {
      ByteSet set = new SetReader(place, 0).read(0).set();
      for (int from = 0; from <= bytes.length; from++) {
        int expected = from;
        while (expected < bytes.length && set.has(bytes[expected])) {
          expected++;
        }
        assertThat(set.runEnd(bytes, from, bytes.length)).isEqualTo(expected);
      }
    }
  }
}
