package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.State;
import app.lineup.io.http.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// A provider's good and bad days, as the user meets them.
final class SourcesJourneyTest {

  private static final String ONE = "#EXTM3U\n#EXTINF:-1 group-title=\"News\",One\nhttp://h/1\n";
  private static final String TWO = ONE + "#EXTINF:-1 group-title=\"Sports\",Two\nhttp://h/2\n";

  @TempDir
  private Path folder;

  private volatile LocalServer.Answer answer = LocalServer.answer(200, ONE, "ETag: \"v1\"");
  private LocalServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start((request, out) -> answer.write(request, out));
    address = server.uri("/get.php?username=u5er&password=s3cret").toString();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private OpenWindow withTheAddress() throws TimeoutException {
    var window = new OpenWindow(folder.resolve("data"));
    window.awaitCounted();
    window.doNow(() -> window.rooms().sources().remove(window.rooms().sources().rows().getFirst()));
    window.type("#address", address);
    window.click("#add");
    window.awaitCounted();
    return window;
  }

  private static SourceViewModel row(OpenWindow window) {
    return window.ask(() -> window.rooms().sources().rows().getFirst());
  }

  private static void run(OpenWindow window, Phase end) throws TimeoutException {
    window.go(Room.RUN);
    window.click("#start");
    window.awaitPhase(end);
    window.go(Room.SOURCES);
    window.awaitCounted();
  }

  @Test
  void aBadDayOfTheProviderCostsNothing() throws TimeoutException, IOException {
    try (var window = withTheAddress()) {
      assertThat(window.textOf("#state")).isEqualTo("1 channel, nothing odd");
      assertThat(window.textOf("#refreshed")).isEqualTo("Refreshed just now");
      assertThat(window.textOf("#place")).contains("***").doesNotContain("s3cret");

      answer = LocalServer.answer(200, "<html><body>Your account has expired</body></html>");
      window.click("#again");
      window.awaitCounted();
      assertThat(window.ask(() -> row(window).state().get())).isEqualTo(State.STALE);
      assertThat(window.textOf("#state")).isEqualTo("1 channel, nothing odd");
      assertThat(window.textOf("#inUse")).isEqualTo("The last refresh failed. The list fetched just now stays in use.");
      assertThat(window.shows("#failure")).isTrue();
      assertThat(window.shows("#refreshed")).isFalse();

      run(window, Phase.FAILED);
      assertThat(window.published()).doesNotExist();

      answer = LocalServer.answer(200, TWO, "ETag: \"v2\"");
      window.click("#again");
      window.awaitCounted();
      assertThat(window.textOf("#change")).isEqualTo("Since the refresh before: 1 channel more, 1 new group");
      assertThat(window.shows("#failure")).isFalse();

      answer = LocalServer.answer(304, "");
      run(window, Phase.DONE);
      assertThat(server.requests().getLast().headers()).containsEntry("if-none-match", "\"v2\"");
      assertThat(Files.readString(window.published())).contains(",Two\n");
    }
  }

  @Test
  void whatARunFetchedIsWhatTheSourcesShow() throws TimeoutException {
    try (var window = withTheAddress()) {
      answer = LocalServer.answer(200, TWO);
      run(window, Phase.DONE);
      window.await(() -> row(window).channels() == 2);
      assertThat(server.requests()).as("counted, then run").hasSize(2);
    }
  }

  @Test
  void afterARestartTheCountsAreThereWithoutTheServer() throws TimeoutException, IOException {
    withTheAddress().close();
    server.close();
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      SourceViewModel row = window.ask(() -> window.rooms().sources().rows().getLast());
      assertThat(row.channels()).isEqualTo(1);
      assertThat(row.refreshed()).isEqualTo("Refreshed just now");
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anEmptyWindowTeaches() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      assertThat(window.shows("#teach")).isFalse();
      window.doNow(() -> window.rooms().sources().remove(window.rooms().sources().rows().getFirst()));
      assertThat(window.shows("#teach")).isTrue();
      assertThat(window.shows("#details")).isFalse();
      window.click("#undo .button");
      assertThat(window.textOf("#state")).contains("channels");
      assertThat(window.shows("#teach")).isFalse();
    }
  }

  @Test
  void aFolderIsNotAdded() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      window.doNow(() -> window.rooms().shell().take(List.of(folder), ""));
      window.awaitCounted();
      assertThat(window.textOf("#problem")).contains("is a folder");
    }
  }

  @Test
  void theKeyboardIsEnough() throws TimeoutException {
    var robot = new FxRobot();
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      window.go(Room.RULES);
      window.doNow(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, address)));
      robot.push(KeyCode.CONTROL, KeyCode.V);
      window.await(() -> window.rooms().sources().rows().size() == 2);
      window.awaitCounted();
      assertThat(window.textOf("#state")).isEqualTo("1 channel, nothing odd");

      robot.push(KeyCode.CONTROL, KeyCode.R);
      window.await(() -> server.requests().size() == 2);
      window.awaitCounted();

      SourceViewModel pasted = window.ask(() -> window.rooms().sources().rows().getLast());
      window.doNow(() -> robot.lookup("#list").query().requestFocus());
      robot.push(KeyCode.ALT, KeyCode.UP);
      assertThat(row(window)).isSameAs(pasted);
      assertThat(window.ask(() -> window.rooms().sources().selected().get())).isSameAs(pasted);
      robot.push(KeyCode.ALT, KeyCode.DOWN);
      assertThat(row(window)).isNotSameAs(pasted);
      robot.push(KeyCode.DELETE);
      assertThat(window.ask(() -> window.rooms().sources().rows())).doesNotContain(pasted);
      assertThat(window.shows("#undo")).isTrue();
    }
  }

  @Test
  void severalAddressesGoIntoTheFieldAtOnce() throws TimeoutException {
    var robot = new FxRobot();
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.awaitCounted();
      String both = server.uri("/a") + "\n" + server.uri("/b") + "\n";
      window.doNow(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, both)));
      window.click("#address");
      robot.push(KeyCode.CONTROL, KeyCode.V);
      window.await(() -> window.rooms().sources().rows().size() == 3);
      window.awaitCounted();
    }
  }

  @Test
  void theFocusNeverLandsOnRemove() throws TimeoutException {
    try (var window = withTheAddress()) {
      window.click("#again");
      window.awaitCounted();
      assertThat(window.ask(() -> window.stage().getScene().getFocusOwner().getId())).isEqualTo("again");
    }
  }
}
