package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.shell.model.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Measures the table over a long list: how long the window's thread is busy with a frame while somebody scrolls and
/// types, and how much memory is held. Figures go to `target/frames.txt`. `-Dlineup.frames.list=FILE` says which list.
@Tag("soak")
final class ChannelsFramesTest {

  private static final int FRAMES = 120;
  private static final String QUERY = "sports hd";

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();
  private final List<String> figures = new ArrayList<>();

  @Test
  void scrollsAndTypes() throws TimeoutException, IOException {
    String list = System.getProperty("lineup.frames.list", "");
    if (list.isEmpty()) {
      list = Files.writeString(folder.resolve("list.m3u"), made(20_000)).toString();
    }
    Path file = Path.of(list);
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.CHANNELS);
      note("heap with the sample", heap());
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(file)));
      window.awaitCounted();
      window.await(() -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT
          && rows(window) > 1000);
      ScrollBar bar = robot.lookup("#bar").query();
      TextField search = robot.lookup("#search").query();
      int size = window.ask(() -> rows(window));
      note("rows", size);
      note("heap with the list", heap());
      measure("still", window, frame -> {});
      measure("a row a frame", window, frame -> bar.setValue(1000 + frame));
      measure("a screen a frame", window, frame -> bar.setValue(frame * 20));
      measure("a row a frame at the end", window, frame -> bar.setValue(size - 1000 + frame));
      measure("anywhere each frame", window, frame -> bar.setValue((int) (size * (frame * 0.618 % 1))));
      measure("a key every 8 frames", window, frame -> {
        int keys = frame / 8 % (QUERY.length() + 4);
        search.setText(QUERY.substring(0, Math.min(keys, QUERY.length())));
      });
      window.doNow(() -> search.setText("e"));
      window.await(() -> !window.rooms().channels().search().searching().get() && rows(window) > size / 3);
      note("hits of one letter", window.ask(() -> rows(window)));
      int hits = window.ask(() -> rows(window));
      measure("hits, a screen a frame", window, frame -> bar.setValue(frame * 20 % hits));
      note("heap with hits", heap());
      note("resident", resident());
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "frames.txt"), figures);
    assertThat(figures).hasSizeGreaterThan(10);
  }

  private static int rows(OpenWindow window) {
    return window.rooms().channels().search().rows().get().size();
  }

  private static String made(int channels) {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < channels; i++) {
      text.append("#EXTINF:-1 group-title=\"Group ").append(i % 40).append("\",Sports HD ").append(i)
          .append("\nhttp://host/").append(i).append('\n');
    }
    return text.toString();
  }

  /// Does `step` in each frame. A frame's time is what lies between the beginnings of two pulses less the waiting: the
  /// time from a pulse's begin until the window's thread comes to the next thing in its queue.
  private void measure(String what, OpenWindow window, IntConsumer step) throws TimeoutException {
    var busy = new long[FRAMES];
    var apart = new long[FRAMES];
    var frames = new int[1];
    window.doNow(() -> new AnimationTimer() {
      private long last;

      @Override
      public void handle(long now) {
        int frame = frames[0];
        if (frame == FRAMES) {
          stop();
          frames[0]++;
          return;
        }
        long begun = System.nanoTime();
        apart[frame] = last == 0 ? 0 : begun - last;
        last = begun;
        step.accept(frame);
        javafx.application.Platform.runLater(() -> busy[frame] = System.nanoTime() - begun);
        frames[0]++;
      }
    }.start());
    window.await(() -> frames[0] > FRAMES);
    figures.add(
        String.format(
            Locale.ROOT, "%-26s busy: median %.1f ms, 95%% %.1f, most %.1f; apart: median %.1f, 95%% %.1f, most %.1f",
        what, share(busy, 0.5), share(busy, 0.95), share(busy, 1), share(apart, 0.5), share(apart, 0.95),
        share(apart, 1)));
  }

  private static double share(long[] nanos, double share) {
    long[] sorted = java.util.Arrays.stream(nanos).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
  }

  private void note(String what, long figure) {
    figures.add(String.format(Locale.ROOT, "%-26s %,d", what, figure));
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElse(0)
        : 0;
  }
}
