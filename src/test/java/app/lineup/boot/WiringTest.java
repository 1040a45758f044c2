package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program in one process: what is typed goes in, real files come out.
final class WiringTest {

  private static final String LIST = """
      #EXTM3U
      #EXTINF:-1 tvg-chno="7" group-title="News",One HD
      http://host/1
      #EXTINF:-1 group-title="Adult",Two
      http://host/2
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  private Path folder;
  private Path list;
  private Path target;

  @BeforeEach
  void writeList() throws IOException {
    list = Files.writeString(folder.resolve("list.m3u"), LIST);
    target = Files.writeString(folder.resolve("out.m3u"), "the old one");
  }

  private int run(Object... words) {
    String[] typed = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      typed[i] = words[i].toString();
    }
    return Wiring.run(new Terminal(out, StandardCharsets.UTF_8, err, StandardCharsets.UTF_8, false), typed);
  }

  @Test
  void buildsAPlaylist() throws IOException {
    assertThat(run("build", list, "-o", target, "--exclude", "group_title contains \"adult\"",
        "--map", "channel_name matches \"^(.+) HD$\" SET channel_name = \"$1\"", "--numbers", "from:5"))
        .as(err::toString).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Wrote " + target + ": 1 of 2 channels, ");
    assertThat(Files.readString(target)).contains("tvg-chno=\"5\"", ",One\n").doesNotContain("Two");
  }

  @Test
  void writesToStandardOutput() {
    assertThat(run("build", list, "-o", "-")).as(err::toString).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LIST);
  }

  @Test
  void checksAList() {
    assertThat(run("check", list)).as(err::toString).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 channels", "1  News", "1  Adult", "2  live");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.m3u", "empty.m3u", "page.m3u", "."})
  void leavesTheOldPlaylistWhereTheListIsBad(String name) throws IOException {
    Files.writeString(folder.resolve("empty.m3u"), "");
    Files.writeString(folder.resolve("page.m3u"), "<!DOCTYPE html><html><body>Login</body></html>");

    assertThat(run("build", folder.resolve(name), "-o", target)).isEqualTo(1);
    assertThat(run("check", folder.resolve(name))).isEqualTo(1);

    assertThat(Files.readString(target)).isEqualTo("the old one");
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("lineup: " + folder);
    nothingElseIsLeft();
  }

  @Test
  void masksAnAddressThatDoesNotAnswer() {
    assertThat(run("build", "http://u7:p7@127.0.0.1:1/get.php?username=U7&password=P7", "-o", target, "--stacktrace"))
        .isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("127.0.0.1").doesNotContain("u7", "p7", "U7", "P7");
  }

  @Test
  void saysWhyATargetCannotBeWritten() {
    assertThat(run("build", list, "-o", folder)).isEqualTo(1);
    assertThat(run("build", list, "-o", folder.resolve("no/out.m3u"))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(4).allMatch(line -> !line.isBlank());
    assertThat(out.size()).isZero();
  }

  @Test
  void anInterruptedRunLeavesTheOldPlaylist() throws IOException {
    Thread.currentThread().interrupt();
    assertThat(run("build", list, "-o", target)).isEqualTo(130);
    assertThat(Files.readString(target)).isEqualTo("the old one");
    nothingElseIsLeft();
  }

  private void nothingElseIsLeft() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isSubsetOf("list.m3u", "out.m3u", "empty.m3u", "page.m3u");
    }
  }
}
