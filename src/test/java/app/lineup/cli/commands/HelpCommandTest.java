package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.rule.syntax.Vocabulary;
import app.lineup.rule.syntax.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

  /// What is said of memory is what holds: the heap of the start script, the usual budget.
  @Test
  void saysTheTrueDefaultOfMemory() throws Exception {
    String heap = Files.readAllLines(Path.of("installers/common/jvm.options")).stream()
        .filter(line -> line.startsWith("-Xmx"))
        .map(line -> line.substring("-Xmx".length()).toUpperCase(Locale.ROOT)).findFirst().orElseThrow();
    String budget = MemoryMonitor.DEFAULT_BUDGET_BYTES / 1_000_000 + " MB";
    String help = Texts.get(Option.MEMORY.textKey());
    assertThat(help).contains("which is " + heap + " unless", "no more than " + budget);
    assertThat(Files.readString(Path.of("README.md"))).contains(help.substring(help.indexOf("Default: "))
        .replace("LINEUP_OPTS", "`LINEUP_OPTS`").replaceFirst("\\.$", ""));
    assertThat(Texts.get(Option.CHUNK_TIMEOUT.textKey())).contains("Default: " + Readers.PATIENCE.toMinutes() + "m");
  }

  @Test
  void explainsCommands() throws UsageException {
    assertThat(help.text(List.of("build"))).contains("--guide-include", "lineup build");
    assertThat(help.text(List.of())).contains("help", "serve");
    assertThatThrownBy(() -> help.text(List.of("rulez"))).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> help.text(List.of("rules", "x"))).isInstanceOf(UsageException.class);
  }
}
