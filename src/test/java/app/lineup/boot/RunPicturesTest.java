package app.lineup.boot;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The view of the run as pictures: before, while it runs, cancelled, done, failed. The gauge makes the pressure rise
/// and fall, and holds the run back so that there is a course to see.
@Tag("screenshots")
final class RunPicturesTest {

  private static final int LINES = 300_000;
  private static final long HELD_NANOS = 2_000_000;
  private static final int SEEN_QUESTIONS = 900;
  private static final double WAVE = 250;

  @TempDir
  private Path folder;

  private final AtomicLong asked = new AtomicLong();
  private final CountDownLatch never = new CountDownLatch(1);

  /// In use: up to nearly all within some thousand questions, and back.
  private long usedBytes() {
    if (Thread.currentThread().getName().equals("run")) {
      LockSupport.parkNanos(HELD_NANOS);
      if (asked.incrementAndGet() == SEEN_QUESTIONS) {
        hold();
      }
    }
    double share = 0.5 + 0.42 * Math.sin(asked.get() / WAVE - 1);
    return Math.round(share * 500_000_000);
  }

  /// The run stands still while it is looked at, until it is cancelled.
  private void hold() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lists over and over, until there is a course to see.
  private Path list() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path list : Pictures.lists()) {
      lines.addAll(Files.readAllLines(list));
    }
    if (lines.isEmpty()) {
      lines.addAll(List.of("#EXTINF:-1 group-title=\"News\",Harbour News", "http://host.example/1"));
    }
    lines.removeIf(line -> line.startsWith("#EXTM3U"));
    Path file = folder.resolve("large.m3u");
    try (var out = Files.newBufferedWriter(file)) {
      for (int written = 0; written < LINES; written += lines.size()) {
        out.write(String.join("\n", lines) + "\n");
      }
    }
    return file;
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
      Pictures.take(window, "run-before");
      window.click("#start");
      window.await(() -> asked.get() >= SEEN_QUESTIONS);
      Pictures.take(window, "run-running");
      window.click("#cancel");
      window.awaitPhase(Phase.CANCELLED);
      Pictures.take(window, "run-cancelled");
      asked.set(Math.round(2 * Math.PI * WAVE));
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      Pictures.take(window, "run-done");
      window.doNow(() -> window.rooms().rules().add(RuleKind.EXCLUDE, "chanel_name contains \"HD\""));
      window.click("#start");
      window.awaitPhase(Phase.FAILED);
      Pictures.take(window, "run-failed");
    }
  }
}
