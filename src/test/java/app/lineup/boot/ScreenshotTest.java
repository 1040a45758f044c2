package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.run.Phase;
import app.lineup.gui.shell.Appearance;
import app.lineup.gui.shell.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every view as a picture, to be looked at: in both themes, at two sizes and the smallest one, as it is at first and
/// with something wrong.
@Tag("screenshots")
final class ScreenshotTest {

  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final List<int[]> SIZES =
      List.of(new int[] {1024, 640}, new int[] {1280, 800}, new int[] {1920, 1080});

  @TempDir
  private Path folder;

  @Test
  void takesPictures() throws TimeoutException, IOException {
    Files.createDirectories(FOLDER);
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      window.go(Room.RUN);
      take(window, "run-before");
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      take(window, "run-done");
      window.go(Room.SOURCES);
      take(window, "sources");
      window.go(Room.RULES);
      take(window, "rules");
      window.type("#text", "chanel_name contains \"HD\" SET group_title = \"HD\"");
      window.await(() -> window.rooms().rules().firstMistake().isPresent());
      take(window, "rules-mistake");
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.FAILED);
      take(window, "run-failed");
      window.go(Room.SOURCES);
      window.doNow(() -> {
        window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
        window.rooms().sources().adding().addFiles(List.of(folder.resolve("no such list.m3u")));
      });
      window.awaitCounted();
      window.type("#address", "nonsense");
      window.click("#add");
      take(window, "sources-failed");
    }
    try (var pictures = Files.list(FOLDER)) {
      assertThat(pictures).hasSizeGreaterThanOrEqualTo(7 * 2 * SIZES.size());
    }
  }

  private static void take(OpenWindow window, String name) throws IOException {
    for (Appearance look : List.of(Appearance.LIGHT, Appearance.DARK)) {
      window.look(look);
      for (int[] size : SIZES) {
        String file = name + "-" + look.name().toLowerCase(Locale.ROOT) + "-" + size[0] + ".png";
        window.picture(FOLDER.resolve(file), size[0], size[1]);
      }
    }
  }
}
