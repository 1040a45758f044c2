package app.lineup.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the program brings along for a training; that one comes of it is seen by `LinkedProgramIT`.
final class TrainingTest {

  /// The build puts the scripts' own options into the program: two lists would part one day.
  @ParameterizedTest
  @EnumSource
  void theOptionsOfAStartAreKnown(StartCache cache) {
    assertThat(cache.options()).contains("-XX:+UseSerialGC").allMatch(option -> option.startsWith("-"));
  }

  @Test
  void theWordsOfATrainingAreThere() {
    assertThat(WordList.named("training.txt")).startsWith("build").endsWith(";").contains("@folder@/out.m3u");
    assertThat(WordList.named("training.options")).isNotEmpty();
  }

  /// The classes are named, since this room may not know them.
  @ParameterizedTest
  @EnumSource
  void theClassThatIsTrainedWithIsThere(StartCache cache) throws ReflectiveOperationException {
    assertThat(Class.forName(cache.trainedBy()).getMethod("main", String[].class)).isNotNull();
    assertThat(Class.forName(JavaCommand.LAUNCHER).getMethod("main", String[].class)).isNotNull();
  }

  @Test
  void aCommandHasItsOptionsBeforeTheModuleAndItsWordsBehind() {
    var command = new JavaCommand(Path.of("java"), List.of("-p", "lib"), "m");
    assertThat(command.words(List.of("-Xmx1m"), "C", List.of("--version")))
        .isEqualTo(Stream.of("java", "-Xmx1m", "-p", "lib", "-m", "m/C", "--version").toList());
  }
}
