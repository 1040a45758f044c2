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
    "a", "k", "S", "i", "I", "_", "1", "\\.", "\\t", ".", "[a-z]", "[A-Z]", "[^a-z]", "[A-z]", "[^k]", "[!-~]",
    "[^!-~]", "[ -:]"})
  void reachIsRight(String place) {
    int unicode = Pattern.UNICODE_CHARACTER_CLASS;
    for (int flags : new int[] {unicode, unicode | Pattern.CASE_INSENSITIVE}) {
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

  @ParameterizedTest
  @ValueSource(strings = {"\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "[^\\w]", "[\\d\\s]", "[^\\d:|-]", "é"})
  void whatUnicodeDecidesIsLeftToTheJdk(String place) {
    assertThat(new SetReader(place, Pattern.UNICODE_CHARACTER_CLASS).read(0).set().reach())
        .isEqualTo(Reach.SOMETHING);
  }

  private static boolean isOdd(int codePoint, int flags) {
    byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    boolean cased = (flags & Pattern.CASE_INSENSITIVE) == 0;
    return (NonAsciiHazard.in(utf8, 0, utf8.length) & (cased ? NonAsciiHazard.LINE_END : -1)) != 0;
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
