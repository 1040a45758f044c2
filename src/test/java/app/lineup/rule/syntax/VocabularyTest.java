package app.lineup.rule.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import app.lineup.rule.editor.RuleText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of the language says everything that the parser takes, and nothing else.
class VocabularyTest {

  static List<Word> words() {
    return Vocabulary.words();
  }

  @ParameterizedTest
  @MethodSource("words")
  void examplesCanBeRead(Word word) {
    assertThat(new RuleText(word.dialect(), word.example()).mistakes()).as(word.example()).isEmpty();
    assertThat(word.says()).isNotBlank().doesNotContain("\n");
  }

  @ParameterizedTest
  @MethodSource("words")
  void examplesUseTheirWord(Word word) {
    String name = word.name().replaceAll("^\"text\"$|^'text'$|^number$|^\\$\\{.*\\}$|now$", "");
    assertThat(Stream.concat(Stream.of(name), word.also().stream())).anyMatch(word.example()::contains);
  }

  @Test
  void everythingIsInTheTable() {
    List<String> names = words().stream().map(Word::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    for (Field field : Stream.of(KnownField.values(), DerivedField.values(), ProgrammeField.values())
        .<Field>flatMap(Stream::of).toList()) {
      assertThat(names).contains(field.ruleName());
      assertThat(Vocabulary.field(field.ruleName())).contains(field);
    }
    assertThat(names).containsAll(Stream.of(TextOperator.values()).map(TextOperator::ruleName).toList());
    assertThat(names).containsAll(Stream.of(Order.values()).map(Order::ruleName).toList());
    assertThat(names).containsAll(Stream.of(AssignOperator.values()).map(AssignOperator::sign).toList());
    assertThat(names).containsAll(Stream.of(Keyword.values()).map(Keyword::written).toList());
  }

  @Test
  void takesAmericanSpellings() {
    assertThat(Vocabulary.field("program_title")).contains(ProgrammeField.TITLE);
    assertThat(Vocabulary.field("Program_Sub_Title")).contains(ProgrammeField.SUBTITLE);
    assertThat(Vocabulary.field("programme_end")).contains(ProgrammeField.STOP);
    assertThat(Vocabulary.field("programs_title")).isEmpty();
  }
}
