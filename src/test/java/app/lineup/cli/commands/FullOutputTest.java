package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.explain.Explanation;
import app.lineup.app.explain.Journey;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a command prints goes to a disk that is full: it says so, and does not end with success.
@EnabledOnOs(OS.LINUX)
final class FullOutputTest {

  @TempDir
  private Path folder;

  private static Stream<List<String>> commands() {
    return Stream.of(List.of("--version"), List.of("--help"), List.of("help", "build"), List.of("build", "--help"),
        List.of("completion"), List.of("rules"), List.of("rules", "--json"), List.of("strategies"),
        List.of("strategies", "--json"), List.of("check", "in.m3u"), List.of("check", "in.m3u", "--json"),
        List.of("explain", "in.m3u", "--channel", "A"), List.of("explain", "in.m3u", "--channel", "A", "--json"),
        List.of("build", "in.m3u", "-o", "out.m3u", "--json"), List.of("serve", "in.m3u", "--port", "0"),
        List.of("serve", "in.m3u", "--port", "0", "--json"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isSaid(List<String> words) throws IOException {
    Path in = Files.writeString(folder.resolve("in.m3u"), "#EXTM3U\n#EXTINF:-1,A\nhttp://h.example/a\n");
    var session = new Session();
    session.explanation =
        new Explanation(List.of(new Explanation.Hit("A", "", new Journey(List.of()))), 1, false, List.of());
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      session.out = full;
      String[] typed = words.stream().map(word -> word.equals("in.m3u") ? in.toString()
          : word.equals("out.m3u") ? folder.resolve(word).toString() : word).toArray(String[]::new);
      assertThat(session.run(typed)).isNotZero();
    }
    assertThat(session.err()).contains("No space left");
  }
}
