package app.lineup.boot;

import app.lineup.io.http.LocalServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The view of the sources in each state.
@Tag("screenshots")
final class SourcesPicturesTest {

  @TempDir
  private Path folder;

  private volatile LocalServer.Answer answer;

  /// A list with oddities, long enough to fill the tables.
  private static String list(int groups) {
    var text = new StringBuilder("#EXTM3U\n#EXTINF:-1,No address\n");
    for (int i = 0; i < groups * 40; i++) {
      text.append("#EXTINF:-1 group-title=\"Group ").append(i % groups + 1).append("\",Channel ").append(i)
          .append("\nhttp://stream.example/").append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void takesPictures() throws TimeoutException, IOException {
    var ended = new CountDownLatch(1);
    answer = LocalServer.answer(200, list(24), "ETag: \"v1\"");
    try (var server = LocalServer.start((request, out) -> answer.write(request, out));
        var window = Pictures.open(folder.resolve("data"))) {
      window.awaitCounted();
      Pictures.take(window, "sources-first-start");
      List<Path> lists = Pictures.lists();
      if (!lists.isEmpty()) {
        window.doNow(() -> window.rooms().sources().adding().addFiles(lists));
        window.awaitCounted();
      }
      Pictures.take(window, "sources-lists");
      String address = server.uri("/get.php?username=someone&password=secret&type=m3u_plus&output=ts").toString();
      window.type("#address", address);
      window.click("#add");
      window.awaitCounted();
      answer = LocalServer.answer(200, list(25));
      window.click("#again");
      window.awaitCounted();
      Pictures.take(window, "sources-refreshed");

      answer = LocalServer.answer(
          200, "<html><head><title>Expired</title></head><body>Your account has expired.</body></html>");
      window.click("#again");
      window.awaitCounted();
      Pictures.take(window, "sources-stale");

      window.type("#address", server.uri("/second.m3u").toString());
      window.click("#add");
      window.awaitCounted();
      Pictures.take(window, "sources-failed");

      window.type("#address", folder.toString());
      window.click("#add");
      window.awaitCounted();
      Pictures.take(window, "sources-refused");

      answer = (request, out) -> {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n#EXTM3U\n".getBytes(StandardCharsets.UTF_8));
        out.write(new byte[3_000_000]);
        out.flush();
        ended.await();
      };
      window.click("#again");
      window.await(() -> {
        window.rooms().sources().sample();
        return window.textOf("#state").startsWith("Fetching");
      });
      Pictures.take(window, "sources-fetching");
      window.click("#stop");
      ended.countDown();
      window.type("#address", "");

      window.doNow(() -> {
        var sources = window.rooms().sources();
        while (!sources.rows().isEmpty()) {
          sources.remove(sources.rows().getFirst());
        }
      });
      Pictures.take(window, "sources-empty");
      window.doNow(() -> window.stage().getScene().lookup("#dropHint").setVisible(true));
      Pictures.take(window, "sources-drop");
    }
  }
}
