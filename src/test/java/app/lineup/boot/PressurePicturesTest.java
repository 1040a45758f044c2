package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.MemoryGauge;
import app.lineup.engine.memory.ProcessGauge;
import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of a run in which memory really gets short: its gauge is the process's own, its budget small, and the list
/// is to be kept in memory as a whole. Strategies switch and channels go to the disk. `-Dlineup.lists=FOLDER` with a
/// list of a million entries in it shows that one; without, or where all lists there are small, one is made.
@Tag("screenshots")
final class PressurePicturesTest {

  /// What a window in a process of tests holds without a run is well below half of it.
  private static final String BUDGET_MEGABYTES = "192";
  private static final long LARGE_BYTES = 150_000_000;
  private static final int PATIENCE_SECONDS = 120;

  @TempDir
  private Path folder;

  private final HeldGauge gauge = new HeldGauge();

  /// The process's gauge; the run's threads stand still in it while pictures are taken.
  private static final class HeldGauge implements MemoryGauge {

    private final MemoryGauge process = new ProcessGauge();
    private volatile CountDownLatch latch = new CountDownLatch(0);

    void hold() {
      latch = new CountDownLatch(1);
    }

    void release() {
      latch.countDown();
    }

    @Override
    public long rssBytes() {
      return process.rssBytes();
    }

    @Override
    public long usedBytes() {
      if (Thread.currentThread().getName().equals("run")) {
        try {
          latch.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return process.usedBytes();
    }

    @Override
    public long mostBytes() {
      return process.mostBytes();
    }
  }

  private List<Path> lists() throws IOException {
    List<Path> given = Pictures.lists();
    long bytes = 0;
    for (Path list : given) {
      bytes += Files.size(list);
    }
    return bytes >= LARGE_BYTES ? given : List.of(made());
  }

  private Path made() throws IOException {
    Path file = folder.resolve("large.m3u");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("#EXTM3U\n");
      long written = 0;
      for (int i = 0; written < LARGE_BYTES; i++) {
        String entry = "#EXTINF:-1 tvg-id=\"channel-" + i + ".example\" tvg-name=\"Channel " + i
            + "\" tvg-logo=\"http://pictures.example/logos/" + i + ".png\" group-title=\"Group " + i % 400
            + "\",Channel " + i
            + (i % 3 == 0 ? " HD" : "") + "\nhttp://host.example/live/" + i + "/index.m3u8\n";
        out.write(entry);
        written += entry.length();
      }
    }
    return file;
  }

  private static boolean told(OpenWindow window, String what) {
    return window.rooms().run().events().stream().anyMatch(event -> event.contains(what));
  }

  @Test
  void takesPictures() throws TimeoutException, IOException {
    List<Path> lists = lists();
    try (var window = new OpenWindow(folder.resolve("data"), gauge)) {
      window.awaitCounted();
      window.doNow(() -> {
        window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
        window.rooms().settings().budget().set(BUDGET_MEGABYTES);
        window.rooms().strategies().rows().getFirst().chosen().set("inmemory_full");
        window.rooms().sources().adding().addFiles(lists);
      });
      window.await(PATIENCE_SECONDS, () -> window.rooms().sources().channels() > 0
          && window.rooms().run().forecast().text().get().startsWith("Forecast: "));
      window.await(PATIENCE_SECONDS, () -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT);
      // What counting left behind is collected here as it would be some time later.
      System.gc();
      window.doNow(window.rooms().run().forecast()::again);
      window.go(Room.RUN);
      Pictures.take(window, "pressure-forecast");
      window.click("#start");
      window.await(PATIENCE_SECONDS, () -> told(window, "laid on the disk") && told(window, "Output began")
          || window.rooms().run().phase().get() == Phase.DONE);
      gauge.hold();
      Pictures.take(window, "pressure-running");
      gauge.release();
      window.await(PATIENCE_SECONDS, () -> window.rooms().run().phase().get() == Phase.DONE);
      Pictures.take(window, "pressure-done");
      assertThat(window.ask(() -> List.copyOf(window.rooms().run().events()))).as("strategies switched")
          .anyMatch(event -> event.contains("takes the place of"));
      assertThat(window.ask(() -> window.rooms().run().forecast().checked().get())).contains("spilled");
    }
  }
}
