package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A block of a list that is cut into small chunks is changed by one worker at a time: where stages are not fused, as
/// with duplicates, several chunks of one block would be under way.
final class SlicesOfABlockTest {

  private static final int ENTRIES = 4000;

  @TempDir
  private Path folder;

  private byte[] build(Path list, String... more) throws IOException {
    var err = new ByteArrayOutputStream();
    var out = new ByteArrayOutputStream();
    var terminal = new Terminal(out, StandardCharsets.UTF_8, err, StandardCharsets.UTF_8, false);
    Path playlist = folder.resolve("out.m3u");
    String[] words = {"build", list.toString(), "-o", playlist.toString(), "-q", "--dedupe", "url",
        "--map", "channel_name matches \"^(.+) HD$\" SET channel_name = \"$1 in high definition\"",
        "--map", "group_title contains \"g1\" SET group_title = \"a much longer name of a group\""};
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    assertThat(Wiring.run(terminal, all)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return Files.readAllBytes(playlist);
  }

  @Test
  void givesTheSameBytesEveryTime() throws IOException {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < ENTRIES; i++) {
      text.append("#EXTINF:-1 group-title=\"g").append(i % 20).append("\",c").append(i).append(" HD\nhttp://h/")
          .append(i).append('\n');
    }
    Path list = Files.writeString(folder.resolve("list.m3u"), text);
    byte[] expected = build(list, "--threads", "1");
    for (int round = 0; round < 15; round++) {
      assertThat(build(list, "--threads", "4", "--chunk", "20")).isEqualTo(expected);
      assertThat(build(list, "--threads", "4")).isEqualTo(expected);
    }
  }
}
