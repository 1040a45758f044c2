package app.lineup.boot;

import app.lineup.gui.shell.model.Room;
import app.lineup.library.NumberScheme;
import app.lineup.library.Sequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Order and ranges in the view of the run as pictures: ranges as they are typed, two that clash, and the lineup by
/// group.
@Tag("screenshots")
final class NumberingPicturesTest {

  @TempDir
  private Path folder;

  @Test
  void takesPictures() throws TimeoutException, IOException {
    try (OpenWindow window = Pictures.openWithLists(folder.resolve("data"))) {
      window.doNow(() -> {
        var numbering = window.rooms().run().numbering();
        numbering.sequence().set(Sequence.GROUPS);
        numbering.numbers().set(NumberScheme.RANGES);
        numbering.ranges().set("News=100-199\nSports=150-299\n*=1000-");
      });
      window.go(Room.RUN);
      window.click("#start");
      Pictures.take(window, "run-ranges");
    }
  }

  @Test
  void takesPicturesOfNumbersThatAreKept() throws TimeoutException, IOException {
    try (OpenWindow window = Pictures.openWithLists(folder.resolve("data"))) {
      window.doNow(() -> window.rooms().run().numbering().numbers().set(NumberScheme.KEEP));
      window.go(Room.RUN);
      window.click("#start");
      window.await(() -> window.rooms().remembered().canForget().get());
      Pictures.take(window, "run-numbers-kept");
      window.click("#renumber");
      window.await(() -> window.rooms().remembered().canTakeBack().get());
      Pictures.take(window, "run-renumbered");
    }
  }
}
