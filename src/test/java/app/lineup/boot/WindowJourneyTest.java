package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.sources.model.State;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window as its user goes through it, real lists in, real files out.
final class WindowJourneyTest {

  @TempDir
  private Path folder;

  @Test
  void aFirstStartRunsTheSampleAndSavesIt() throws TimeoutException, IOException {
    Path target;
    try (var window = new OpenWindow(folder.resolve("data"))) {
      target = window.published();
      window.awaitCounted();
      assertThat(window.shows("#welcome")).isTrue();
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      assertThat(window.textOf("#result")).startsWith("Done: ");
    }
    assertThat(Files.readString(target))
        .startsWith("#EXTM3U x-tvg-url=\"https://guide.example.org/all.xml.gz\"")
        .contains("group-title=\"UK | News\",UK: Harbour News\n", "東京ニュース",
            "#KODIPROP:inputstream=inputstream.adaptive\n")
        .doesNotContain("Harbour News FHD\n", "group-title=\"Adult XXX\"", "Adults only");
  }

  @Test
  void theBudgetCountsAtOnceAndAfterARestart() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(() -> window.rooms().settings().budget().set("96"));
      window.doNow(window.rooms().shell()::sample);
      assertThat(window.<String>ask(() -> window.rooms().shell().pressureHint().get())).contains(" of 96 MB");
    }
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(window.rooms().shell()::sample);
      assertThat(window.<String>ask(() -> window.rooms().shell().pressureHint().get())).contains(" of 96 MB");
    }
  }

  @Test
  void theKeyboardAloneGoesFromViewToViewAndRuns() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      window.pressWithShortcut(KeyCode.DIGIT4);
      window.press(KeyCode.SPACE);
      window.awaitPhase(Phase.DONE);
      window.pressWithShortcut(KeyCode.DIGIT1);
      assertThat(window.ask(() -> window.stage().getScene().getFocusOwner().getId())).isEqualTo("search");
      window.pressWithShortcut(KeyCode.DIGIT3);
      assertThat(window.ask(() -> window.stage().getScene().getFocusOwner().getId())).isEqualTo("list");
    }
  }

  @Test
  void aBadRuleIsShownWithItsPlaceAndStopsTheRun() throws TimeoutException {
    Path target;
    try (var window = new OpenWindow(folder.resolve("data"))) {
      target = window.published();
      window.awaitCounted();
      window.go(Room.RULES);
      window.doNow(() -> window.rooms().rules().add(RuleKind.EXCLUDE, ""));
      window.type("#text", "group_title contians \"adult\"");
      window.await(() -> window.textOf("#what").contains("column 13"));
      assertThat(window.shows("#wrong")).isTrue();

      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.FAILED);
      assertThat(target).doesNotExist();

      window.go(Room.RULES);
      window.click("#suggestion");
      window.await(() -> window.rooms().rules().firstMistake().isEmpty());
      assertThat(window.shows("#fine")).isTrue();
    }
  }

  @Test
  void anAddedListIsCounted() throws TimeoutException, IOException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), """
        #EXTM3U
        #EXTINF:-1 group-title="News",One
        http://host/1
        #EXTINF:-1 group-title="News",Two
        http://host/2
        #EXTINF:-1,No address
        """);
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.type("#address", list.toString());
      window.click("#add");
      window.awaitCounted();
      assertThat(window.textOf("#state")).isEqualTo("2 channels, 1 oddity");
      assertThat(window.shows("#welcome")).isFalse();
      window.type("#address", "nonsense");
      window.click("#add");
      window.await(() -> window.textOf("#problem").contains("neither an address nor"));
    }
  }

  @Test
  void aListThatIsMissingSaysSo() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(folder.resolve("missing.m3u"))));
      window.awaitCounted();
      assertThat(window.ask(() -> window.rooms().sources().rows().getLast().state().get())).isEqualTo(State.FAILED);
      assertThat(window.shows("#failure")).isTrue();
    }
  }

  @Test
  void aSlowRunIsCancelledAndLeavesTheOldFile() throws TimeoutException, IOException {
    Path target;
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var window = new OpenWindow(folder.resolve("data"))) {
      target = Files.writeString(window.published(), "the old one");
      silent.setSoTimeout(20_000);
      window.awaitCounted();
      window.type("#address", "http://localhost:" + silent.getLocalPort() + "/list.m3u");
      window.click("#add");
      try (Socket counting = silent.accept()) {
        window.go(Room.RUN);
        window.click("#start");
        // It waits for the list that is being counted, and says so.
        window.await(() -> window.rooms().run().events().stream()
            .anyMatch(said -> said.contains("is being refreshed")));
        window.click("#cancel");
        window.awaitPhase(Phase.CANCELLED);
        assertThat(counting.isConnected()).isTrue();
      }
      assertThat(window.textOf("#result")).contains("Cancelled");
    }
    assertThat(Files.readString(target)).isEqualTo("the old one");
    try (var files = Files.list(target.getParent())) {
      assertThat(files).containsExactly(target);
    }
  }
}
