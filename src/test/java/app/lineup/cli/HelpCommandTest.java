package app.lineup.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.rule.Vocabulary;
import app.lineup.rule.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The help of commands and the reference of the rule language.
class HelpCommandTest {

  private final HelpCommand help = new HelpCommand();

  @Test
  void explainsEveryWord() throws UsageException {
    String rules = help.text(List.of("rules"));
    for (Word word : Vocabulary.words()) {
      assertThat(rules).contains(word.name(), word.example());
    }
    assertThat(rules.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(112));
  }

  @Test
  void explainsCommands() throws UsageException {
    assertThat(help.text(List.of("build"))).contains("--guide-include", "lineup build");
    assertThat(help.text(List.of())).contains("help", "serve");
    assertThatThrownBy(() -> help.text(List.of("rulez"))).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> help.text(List.of("rules", "x"))).isInstanceOf(UsageException.class);
  }
}
