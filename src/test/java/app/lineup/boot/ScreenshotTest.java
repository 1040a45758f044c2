package app.lineup.boot;

import app.lineup.gui.run.Phase;
import app.lineup.gui.shell.Room;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first views as pictures, as they are at first and with something wrong.
@Tag("screenshots")
final class ScreenshotTest {

  @TempDir
  private Path folder;

  @Test
  void takesPictures() throws TimeoutException, IOException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      window.go(Room.RUN);
      Pictures.take(window, "run-before");
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      Pictures.take(window, "run-done");
      window.go(Room.SOURCES);
      Pictures.take(window, "sources");
      window.go(Room.RULES);
      Pictures.take(window, "rules");
      window.type("#text", "chanel_name contains \"HD\" SET group_title = \"HD\"");
      window.await(() -> window.rooms().rules().firstMistake().isPresent());
      Pictures.take(window, "rules-mistake");
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.FAILED);
      Pictures.take(window, "run-failed");
      window.go(Room.SOURCES);
      window.doNow(() -> {
        window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
        window.rooms().sources().adding().addFiles(List.of(folder.resolve("no such list.m3u")));
      });
      window.awaitCounted();
      window.type("#address", "nonsense");
      window.click("#add");
      Pictures.take(window, "sources-failed");
    }
  }
}
