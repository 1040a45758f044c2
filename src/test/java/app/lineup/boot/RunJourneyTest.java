package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run as its user sees it while memory gets short and is there again.
final class RunJourneyTest {

  private static final int ENTRIES = 20_000;
  private static final long LIMIT = 512_000_000;

  @TempDir
  private Path folder;

  private Path list() throws IOException {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < ENTRIES; i++) {
      text.append("#EXTINF:-1 group-title=\"Group\",Channel ").append(i).append("\nhttp://host/").append(i)
          .append('\n');
    }
    return Files.writeString(folder.resolve("large.m3u"), text);
  }

  private static void only(OpenWindow window, Path list) throws TimeoutException {
    window.doNow(() -> {
      window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
      window.rooms().sources().adding().addFiles(List.of(list));
    });
    window.awaitCounted();
    window.go(Room.RUN);
  }

  private static boolean isRun() {
    return Thread.currentThread().getName().equals("run");
  }

  @Test
  void pressureIsToldAndDrawnAndChangesNoByte() throws TimeoutException, IOException {
    var pulls = new AtomicInteger();
    // Little, then nearly all, then little again; only the run's own questions count, so that it is always the same.
    var gauge = new FakeGauge().rss(400_000_000).used(() -> {
      int pull = isRun() ? pulls.incrementAndGet() : pulls.get();
      return pull < 20 ? LIMIT / 10 : pull < 200 ? LIMIT * 9 / 10 : LIMIT / 10;
    });
    Path list = list();
    try (var window = new OpenWindow(folder.resolve("data"), gauge)) {
      only(window, list);
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      assertThat(window.ask(() -> List.copyOf(window.rooms().run().events()))).containsSubsequence(
          "Memory pressure: Critical, it was Optimal (460.8 MB of 512.0 MB used)",
          "Memory pressure: Optimal, it was Critical (51.2 MB of 512.0 MB used)",
          "Output ended: 1 item");
      assertThat(window.ask(() -> window.rooms().run().charts().changes().get())).isGreaterThanOrEqualTo(3);
      assertThat(window.shows(".curve.rss")).isTrue();
      assertThat(Files.mismatch(list, window.published())).isEqualTo(-1);
    }
  }

  @Test
  void aRunThatIsRefusedForARuleLeadsToTheRules() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"), new FakeGauge())) {
      window.awaitCounted();
      window.doNow(() -> window.rooms().rules().add(RuleKind.EXCLUDE, "chanel_name contains \"HD\""));
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.FAILED);
      window.click("Go to Rules");
      assertThat(window.ask(() -> window.rooms().shell().room().get())).isEqualTo(Room.RULES);
    }
  }

  @Test
  void theLastRunIsRememberedOverARestart() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"), new FakeGauge())) {
      assertThat(window.textOf("#lastRun")).isEqualTo("No run yet");
      window.awaitCounted();
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.DONE);
    }
    try (var window = new OpenWindow(folder.resolve("data"), new FakeGauge())) {
      assertThat(window.textOf("#lastRun")).matches("Last run .*: \\d+ channels, .*s");
    }
  }

  @Test
  void theStatusBarSaysMemoryAndPressure() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"), new FakeGauge().rss(231_400_000).used(LIMIT * 3 / 4))) {
      assertThat(window.textOf("#memory")).isEqualTo("Memory 231 MB");
      assertThat(window.textOf("#pressure")).isEqualTo("High");
      assertThat(window.shows(".pressure.high")).isTrue();
    }
  }

  @Test
  void theBudgetThatWasChosenCountsAtOnceAndInARun() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"), new FakeGauge().used(150_000_000))) {
      window.awaitCounted();
      window.doNow(() -> window.rooms().settings().budget().set("200"));
      window.doNow(window.rooms().shell()::sample);
      assertThat(window.textOf("#pressure")).isEqualTo("High");
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      window.doNow(window.rooms().shell()::sample);
      assertThat(window.textOf("#pressure")).isEqualTo("High");
    }
  }

  @Test
  void aRunIsWatchedFromAnyViewCancelledAtOnceAndItsCourseStays() throws TimeoutException, IOException {
    var underWay = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var pulls = new AtomicInteger();
    var gauge = new FakeGauge().used(() -> {
      if (isRun() && pulls.incrementAndGet() > 100) {
        underWay.countDown();
        try {
          never.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return LIMIT;
    });
    Path list = list();
    try (var window = new OpenWindow(folder.resolve("data"), gauge)) {
      only(window, list);
      window.click("#start");
      window.await(() -> underWay.getCount() == 0);
      window.go(Room.SOURCES);
      int seen = window.ask(() -> window.rooms().run().charts().changes().get());
      window.await(() -> window.rooms().run().charts().changes().get() > seen + 2);
      window.go(Room.RUN);
      window.click("#cancel");
      window.awaitPhase(Phase.CANCELLED);
      assertThat(window.published()).doesNotExist();
      assertThat(window.ask(() -> window.rooms().run().charts().changes().get())).isGreaterThanOrEqualTo(3);
      assertThat(window.shows(".curve.used")).isTrue();
    }
  }
}
