package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a window leaves behind when it is closed: no file that is open, no thread, no half-written file.
final class LeftoversTest {

  /// The window's own threads, by the names that [Pools] gives them.
  private static final Set<String> OURS =
      Set.of("lists", "run", "lineup", "preview", "looks", "saves", "serving", "worker", "library");

  @TempDir
  private Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void closedWindowsLeaveNothingOpen() throws TimeoutException, IOException, InterruptedException {
    Path data = folder.resolve("data");
    for (int time = 0; time < 3; time++) {
      use(data);
      assertThat(openBelow(data)).as("files open after window %s", time).isEmpty();
      for (Thread thread : ours()) {
        thread.join(5000);
      }
      assertThat(ours()).as("threads after window %s", time).isEmpty();
    }
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files.map(file -> data.relativize(file).toString())
          .filter(name -> name.contains(".part") || name.contains(".half") || name.matches("snapshots/lineup-.*")))
          .isEmpty();
    }
  }

  private static void use(Path data) throws TimeoutException {
    try (var window = new OpenWindow(data)) {
      window.go(Room.CHANNELS);
      window.awaitCounted();
      window.await(() -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT);
      window.doNow(() -> window.rooms().channels().search().rows().get().get(0));
      window.doNow(window.rooms().channels().lineup()::update);
      window.doNow(() -> window.rooms().channels().search().text().set("news"));
      window.await(() -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT);
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.DONE);
    }
  }

  private static List<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> OURS.contains(thread.getName())).toList();
  }

  private static List<String> openBelow(Path data) throws IOException {
    List<String> open = new ArrayList<>();
    List<Path> handles;
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      handles = all.collect(Collectors.toList());
    }
    for (Path handle : handles) {
      try {
        String file = Files.readSymbolicLink(handle).toString();
        if (file.startsWith(data.toString())) {
          open.add(file);
        }
      } catch (NoSuchFileException closedMeanwhile) {
        // Not open any more.
      }
    }
    return open;
  }
}
