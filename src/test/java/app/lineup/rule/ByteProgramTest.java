package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.rule.syntax.ComparisonOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Byte programs on every short text of a few letters: groups that were caught on a wrong way are forgotten again.
class ByteProgramTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "(a+)b|a", "(a+?)b|a", "(a++)b|a", "(?:(a+)b)?a", "(?:(a{1,2})|(b?))c?a", "(a*)(b*)c|(b)", "((a+)b|a)(a?)c?",
    "^(a*?)(?:b|(c+))$",
    "(?:(a)|b)(?:(c)|b)?", "((a)|(b))??c", "(a|ab)(c|bc)$", "(a?)(b??)(c*?)$", "^(.*?) ?(?:b|cb|c)$", "(.+)(a)|(b.)",
    "\\b(a+)\\b"})
  void groupsAreThoseOfRegex(String pattern) {
    assertThat(new CompiledPattern(pattern, new ComparisonOptions(true, false)).program()).as("is a byte program")
        .isNotNull();
    for (String text : texts()) {
      PatternPropertyTest.compare(pattern, true, text, StandardCharsets.UTF_8);
      PatternPropertyTest.compare(pattern, false, text.replace('b', 'é') + "é", StandardCharsets.UTF_8);
    }
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int i = 0; i < texts.size() && texts.get(i).length() < 5; i++) {
      for (String letter : List.of("a", "b", "c", " ")) {
        texts.add(texts.get(i) + letter);
      }
    }
    return texts;
  }
}
