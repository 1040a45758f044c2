package app.lineup.boot;

import app.lineup.gui.publish.model.ServerState;
import app.lineup.gui.shell.model.Room;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The view of publishing as pictures: with nothing, with something, with players, with something wrong.
@Tag("screenshots")
final class PublishPicturesTest {

  @TempDir
  private Path folder;

  @Test
  void takesPictures() throws TimeoutException, IOException, InterruptedException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), """
        #EXTM3U
        #EXTINF:-1 group-title="News",Harbour News
        http://provider.example:8080/live/anna/secret/17.ts
        """);
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var window = Pictures.openWithLists(folder.resolve("data"))) {
      window.awaitCounted();
      window.go(Room.PUBLISH);
      Pictures.take(window, "publish-empty");
      PublishJourneyTest.run(window);
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(list)));
      window.awaitCounted();
      PublishJourneyTest.run(window);
      window.go(Room.PUBLISH);
      window.type("#path", "/home/anna/lineup.m3u");
      window.await(() -> window.rooms().publish().published().logins().get()
          && window.rooms().publish().published().earlier().rows().size() == 1);
      Pictures.take(window, "publish-published");
      window.type("#path", folder.resolve("tv.m3u").toString());
      window.click("#save");
      window.await(() -> window.rooms().publish().saving().said().get().startsWith("Saved "));
      window.click("#startServing");
      window.await(() -> window.rooms().publish().server().state().get() == ServerState.ON);
      fetch(window, "VLC/3.0.21 LibVLC/3.0.21");
      fetch(window, "Kodi/21.2 (X11; Linux x86_64)");
      window.await(() -> window.rooms().publish().server().fetches().rows().size() == 2);
      Pictures.take(window, "publish-serving");
      window.click("#newAddress");
      window.doNow(() -> {
        var earlier = window.rooms().publish().published().earlier();
        earlier.useAgain(earlier.rows().getFirst());
      });
      window.await(() -> !window.rooms().publish().published().earlier().said().get().isEmpty());
      Pictures.take(window, "publish-asking");
      window.click("#keepOld");
      window.click("#stop");
      window.await(() -> window.rooms().publish().server().state().get() == ServerState.OFF);
      window.type("#port", Integer.toString(taken.getLocalPort()));
      window.click("#startServing");
      window.await(() -> window.rooms().publish().server().failure().get() != null);
      window.type("#path", folder.resolve("no folder/tv.m3u").toString());
      window.click("#save");
      window.await(() -> window.rooms().publish().saving().failure().get() != null);
      Pictures.take(window, "publish-wrong");
    }
  }

  private static void fetch(OpenWindow window, String program) throws IOException, InterruptedException {
    URI at = URI.create(window.ask(() -> window.rooms().publish().server().address().get()));
    try (var client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(at).header("User-Agent", program).build(), BodyHandlers.discarding());
    }
  }
}
