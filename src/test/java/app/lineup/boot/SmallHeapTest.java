package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A long list with the smallest budget: counted, made a lineup, searched, asked about by a rule, published. Figures go
/// to `target/small-heap.txt`. `-Dlineup.small-heap.list=FILE` says which list; start it with `-Xmx160m`.
@Tag("soak")
final class SmallHeapTest {

  private static final int PATIENCE_SECONDS = 240;

  @TempDir
  private Path folder;

  private final List<String> figures = new ArrayList<>();

  @Test
  void aLongListFitsIntoTheSmallestBudget() throws TimeoutException, IOException {
    String named = System.getProperty("lineup.small-heap.list", "");
    Path list = named.isEmpty() ? Files.writeString(folder.resolve("list.m3u"), made(50_000)) : Path.of(named);
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(() -> {
        window.rooms().settings().budget().set("96");
        List.copyOf(window.rooms().sources().rows()).forEach(window.rooms().sources()::remove);
      });
      window.go(Room.SOURCES);
      long begun = System.nanoTime();
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(list)));
      await("counted", begun, window, () -> window.rooms().sources().channels() > 0);
      long channels = window.ask(() -> window.rooms().sources().channels());
      window.go(Room.CHANNELS);
      await("lineup made", begun, window,
          () -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT && rows(window) > 0);
      note("rows", window.ask(() -> rows(window)));
      long searched = System.nanoTime();
      window.doNow(() -> window.rooms().channels().search().text().set("hd"));
      await("searched", searched, window, () -> window.rooms().channels().search().count().get().contains("of")
          && !window.rooms().channels().search().searching().get());
      note("hits", window.ask(() -> rows(window)));
      window.doNow(() -> window.rooms().channels().search().text().set(""));
      long asked = System.nanoTime();
      window.go(Room.RULES);
      window.doNow(
          () -> window.rooms().rules().add(RuleKind.RULE, "channel_name contains \"HD\" SET group_title = \"High\""));
      await("rule asked about", asked, window, () -> window.rooms().rules().rows().size() == 3
          && !window.rooms().rulesPreview().found().counting().get()
          && !window.rooms().rulesPreview().found().says().get().isEmpty());
      await("lineup made anew", asked, window,
          () -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT);
      window.go(Room.RUN);
      long run = System.nanoTime();
      window.click("#start");
      await("run", run, window, () -> !window.rooms().run().phase().get().isBusy());
      assertThat(window.<Phase>ask(() -> window.rooms().run().phase().get())).isEqualTo(Phase.DONE);
      assertThat(window.ask(() -> window.rooms().run().outcome().lastResult().get()).loaded()).isEqualTo(channels);
      note("published bytes", Files.size(window.published()));
    } finally {
      Files.createDirectories(Path.of("target"));
      Files.write(Path.of("target", "small-heap.txt"), figures);
    }
  }

  private static int rows(OpenWindow window) {
    var rows = window.rooms().channels().search().rows().get();
    return rows == null ? 0 : rows.size();
  }

  private void await(String what, long begun, OpenWindow window, Callable<Boolean> condition)
      throws TimeoutException, IOException {
    window.await(PATIENCE_SECONDS, condition);
    figures.add(String.format(Locale.ROOT, "%-20s %.1f s, resident %,d bytes (most: %,d), heap %,d", what,
        (System.nanoTime() - begun) / 1e9, resident("VmRSS:"), resident("VmHWM:"),
        Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
    assertThat(window.<Boolean>ask(() -> window.rooms().channels().lineup().failure().get() == null
        && window.rooms().run().outcome().failure().get() == null)).as("no failure at: %s", what).isTrue();
  }

  private void note(String what, long figure) {
    figures.add(String.format(Locale.ROOT, "%-20s %,d", what, figure));
  }

  private static String made(int channels) {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < channels; i++) {
      text.append("#EXTINF:-1 group-title=\"Group ").append(i % 40).append("\",Sports HD ").append(i)
          .append("\nhttp://host/").append(i).append('\n');
    }
    return text.toString();
  }

  private static long resident(String which) throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream().filter(line -> line.startsWith(which))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElse(0)
        : 0;
  }
}
