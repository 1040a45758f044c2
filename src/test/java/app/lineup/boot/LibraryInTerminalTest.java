package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.output.Terminal;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import app.lineup.library.NumberScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The terminal makes of a library what the window makes of it, whether the window is open or not.
final class LibraryInTerminalTest {

  private static final String LIST = """
      #EXTM3U
      #EXTINF:-1 tvg-chno="7" group-title="News",One
      http://host/1
      #EXTINF:-1 group-title="Films",Two
      http://host/2
      """;

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    var terminal = new Terminal(new ByteArrayOutputStream(), StandardCharsets.UTF_8, err, StandardCharsets.UTF_8,
        false);
    return Wiring.run(terminal, words);
  }

  @Test
  void theSameBytesWithAndWithoutTheWindow() throws TimeoutException, IOException {
    Path data = folder.resolve("data");
    Path list = Files.writeString(folder.resolve("mine.m3u"), LIST);
    Path out = folder.resolve("out.m3u");
    try (var window = new OpenWindow(data)) {
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(list)));
      window.await(() -> window.rooms().sources().rows().size() == 2);
      window.doNow(() -> window.rooms().run().numbering().numbers().set(NumberScheme.KEEP));
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      window.awaitKept();
      assertThat(run("build", "--library", data.toString(), "-o", out.toString(), "-q"))
          .as(err.toString(StandardCharsets.UTF_8)).isZero();
      assertThat(out).hasSameBinaryContentAs(window.published());
    }
    Files.delete(out);
    assertThat(run("build", "--library", data.toString(), "-o", out.toString(), "-q"))
        .as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out).hasSameBinaryContentAs(data.resolve("published/lineup.m3u"));
    assertThat(run("check", "--library", data.toString(), "-q")).isZero();
    assertThat(run("explain", "--library", data.toString(), "--channel", "Two")).isZero();
  }

  @Test
  void aFolderWithoutALibraryIsSaidAndStaysEmpty() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("build", "--library", empty.toString(), "-o", folder.resolve("out.m3u").toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no library here");
    try (var files = Files.list(empty)) {
      assertThat(files).isEmpty();
    }
  }
}
