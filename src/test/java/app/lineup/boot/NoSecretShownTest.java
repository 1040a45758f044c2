package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.output.Terminal;
import app.lineup.model.SecretShapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list full of logins goes through the program, and none is in what it says (`SECRET-99`).
final class NoSecretShownTest {

  private static final String USER = "uSer77";

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final String password = "q" + Integer.toString(
      RandomGenerator.getDefault().nextInt(100_000, 1_000_000)) + "xK";

  private String run(String... words) {
    said.reset();
    Wiring.run(new Terminal(said, StandardCharsets.UTF_8, said, StandardCharsets.UTF_8, false), words);
    return said.toString(StandardCharsets.UTF_8);
  }

  private String planted(String shape) {
    return shape.replace("%U", USER).replace("%P", password);
  }

  private Path list() throws IOException {
    var lines = new ArrayList<>(List.of("#EXTM3U url-tvg=\"http://" + USER + ":" + password + "@h/guide.xml\""));
    for (String entry : SecretShapes.entries()) {
      lines.add("#EXTINF:-1 tvg-id=\"a\",News");
      lines.add(planted(entry));
    }
    for (String attribute : SecretShapes.attributes()) {
      lines.add("#EXTINF:-1 tvg-id=\"a\" " + planted(attribute) + ",News");
      lines.add("http://h.example/1.ts");
    }
    for (String entry : SecretShapes.entries()) {
      // Damaged: no address, a name over two lines, a quote that is never closed.
      lines.add("#EXTINF:-1 tvg-id=\"a\",News");
      lines.add("#EXTINF:-1 tvg-id=\"" + planted(entry).replace('\n', ' ') + ",News");
      lines.add(planted(entry));
    }
    return Files.write(folder.resolve("in.m3u"), lines);
  }

  private void assertHidden(String text) {
    assertThat(text).isNotEmpty();
    assertThat(text.lines().filter(line -> line.contains(password) || line.contains(USER))).isEmpty();
  }

  @Test
  void inWhatCommandsSay() throws IOException {
    String in = list().toString();
    String out = folder.resolve("out.m3u").toString();
    assertHidden(run("check", in));
    assertHidden(run("check", in, "--json"));
    assertHidden(run("explain", in, "--channel", "stream_url not is_empty"));
    assertHidden(run("explain", in, "--channel", "stream_url not is_empty", "--json", "--map",
        "SET channel_name = \"${stream_url}\", attr(\"user-pass\") = \"" + USER + ":" + password + "\""));
    Path report = folder.resolve("report.json");
    assertHidden(run("build", in, "-o", out, "--json", "--report", report.toString()));
    assertHidden(Files.readString(report));
    assertThat(Path.of(out)).content(StandardCharsets.UTF_8).contains(password);
  }

  @Test
  void inErrors() {
    for (String shape : List.of("%U:%P@host/x", "http://%U:%P@127.0.0.1:1/x", "http://127.0.0.1:1/t/%P/x.m3u",
        "http://127.0.0.1:1/live/john@mail.example/%P/list.m3u", "http://127.0.0.1:1/x?whatever=%P",
        "http://%U:a %P@127.0.0.1:1/x", "http://%U:a/%P@127.0.0.1:1/x", "rtmp://h.example/app token=%P",
        "http://127.0.0.1:1/x|Cookie=%P")) {
      assertHidden(run("check", planted(shape)));
      assertHidden(run("check", planted(shape), "--json"));
      assertHidden(run("build", planted(shape), "-o", folder.resolve("o.m3u").toString(), "--stacktrace"));
    }
  }
}
