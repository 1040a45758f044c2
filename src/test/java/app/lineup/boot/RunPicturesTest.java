package app.lineup.boot;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.gui.run.Phase;
import app.lineup.gui.rules.Kind;
import app.lineup.gui.shell.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The view of the run as pictures: before, while it runs, cancelled, done, failed. The gauge makes the pressure rise and
/// fall, and holds the run back so that there is a course to see.
@Tag("screenshots")
final class RunPicturesTest {

  private static final int ENTRIES = 150_000;
  private static final long HELD_NANOS = 2_000_000;
  private static final int SEEN_SAMPLES = 16;

  @TempDir
  private Path folder;

  private final AtomicLong asked = new AtomicLong();

  /// In use: up to nearly all within some thousand questions, and back.
  private long usedBytes() {
    if (Thread.currentThread().getName().equals("run")) {
      LockSupport.parkNanos(HELD_NANOS);
      asked.incrementAndGet();
    }
    double share = 0.5 + 0.42 * Math.sin(asked.get() / 250.0 - 1);
    return Math.round(share * 500_000_000);
  }

  private Path list() throws IOException {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < ENTRIES; i++) {
      text.append("#EXTINF:-1 tvg-id=\"id").append(i).append("\" group-title=\"Group ").append(i % 40)
          .append("\",Channel ").append(i).append("\nhttp://host/").append(i).append('\n');
    }
    return Files.writeString(folder.resolve("large.m3u"), text);
  }

  @Test
  void takesPictures() throws TimeoutException, IOException {
    var gauge = new FakeGauge().rss(431_000_000).used(this::usedBytes);
    Path list = list();
    try (var window = new OpenWindow(folder.resolve("data"), gauge)) {
      window.doNow(() -> {
        window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
        window.rooms().sources().adding().addFiles(List.of(list));
      });
      window.awaitCounted();
      window.go(Room.RUN);
      Pictures.take(window, "run-empty");
      window.click("#start");
      window.await(() -> window.rooms().run().phase().get() != Phase.RUNNING
          || window.rooms().run().charts().changes().get() > SEEN_SAMPLES);
      Pictures.take(window, "run-running");
      window.awaitPhase(Phase.DONE);
      Pictures.take(window, "run-ended");
      window.click("#start");
      window.click("#cancel");
      window.awaitPhase(Phase.CANCELLED);
      Pictures.take(window, "run-cancelled");
      window.doNow(() -> window.rooms().rules().add(Kind.EXCLUDE, "channel_name matches \"Channel\""));
      window.click("#start");
      window.awaitPhase(Phase.FAILED);
      Pictures.take(window, "run-refused");
    }
  }
}
