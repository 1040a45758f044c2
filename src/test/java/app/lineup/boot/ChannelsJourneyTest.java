package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.channels.model.Empty;
import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.channels.model.RowViewModel;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import app.lineup.model.SeparatorPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The view of channels as its user goes through it.
final class ChannelsJourneyTest {

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();

  private static List<RowViewModel> rows(OpenWindow window) {
    return window.rooms().channels().search().rows().get();
  }

  private static void awaitCurrent(OpenWindow window) throws TimeoutException {
    window.awaitCounted();
    window.await(() -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT);
  }

  private void awaitCount(OpenWindow window, String count) throws TimeoutException {
    window.await(() -> window.rooms().channels().search().count().get().equals(count));
  }

  private void awaitFirst(OpenWindow window, String name) throws TimeoutException {
    window.await(() -> !rows(window).isEmpty() && rows(window).getFirst().text().get().name().equals(name));
  }

  @Test
  void theLineupFollowsTheChoiceAboutSeparatorRows() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.CHANNELS);
      awaitCurrent(window);
      awaitFirst(window, "##### NEWS #####");
      window.doNow(() -> window.rooms().settings().separators().set(SeparatorPolicy.HIDE));
      window.await(() -> !rows(window).isEmpty() && !rows(window).getFirst().text().get().name().startsWith("#")
          && !rows(window).getFirst().text().get().name().isEmpty());
    }
  }

  @Test
  void theSampleIsShownSearchedNarrowedAndExplained() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.CHANNELS);
      awaitCurrent(window);
      awaitFirst(window, "##### NEWS #####");
      long all = window.ask(() -> rows(window).size());

      window.type("#search", "harbour");
      window.await(() -> window.textOf("#count").endsWith(" of " + all));
      awaitFirst(window, "UK: Harbour News");
      assertThat(window.ask(() -> rows(window).size())).isBetween(1, 5);

      robot.interact(() -> robot.lookup("#table").queryTableView().getSelectionModel().select(0));
      window.await(() -> window.rooms().channels().details().shown().get() != null);
      var shown = window.ask(() -> window.rooms().channels().details().shown().get());
      assertThat(shown.steps()).anySatisfy(step -> {
        assertThat(step.stage()).isEqualTo("Mapping");
        assertThat(step.code()).startsWith("channel_name matches");
        assertThat(step.changes()).singleElement().satisfies(change -> {
          assertThat(change.before()).isEqualTo("UK: Harbour News FHD");
          assertThat(change.after()).isEqualTo("UK: Harbour News");
        });
      });
      assertThat(window.ask(() -> robot.lookup("UK: Harbour News FHD").tryQuery().isPresent())).isTrue();
      window.click("#copyEntry");
      assertThat(window.ask(() -> Clipboard.getSystemClipboard().getString())).contains(",UK: Harbour News\n");

      window.type("#search", "");
      awaitCount(window, all + " channels");
      var group = window.ask(() -> window.rooms().channels().groups().rows().get(1));
      window.click(group.name());
      window.await(() -> window.textOf("#count").equals(group.channels() + " of " + all));
    }
  }

  @Test
  void aWrongExpressionIsShownInPlaceAndMendedByItsSuggestion() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.CHANNELS);
      awaitCurrent(window);
      int all = window.ask(() -> rows(window).size());
      window.type("#search", "group_title contians \"news\"");
      window.await(() -> window.shows("#wrong"));
      assertThat(window.textOf("#what")).startsWith("Column 13: found `contians`");
      assertThat(window.ask(() -> rows(window).size())).isEqualTo(all);
      window.click("#suggestion");
      window.await(() -> window.textOf("#count").endsWith(" of " + all));
      assertThat(window.shows("#wrong")).isFalse();
    }
  }

  @Test
  void aRuleThatChangesReachesTheLineup() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      awaitCurrent(window);
      long before = window.ask(() -> rows(window).size());
      window.go(Room.RULES);
      window.doNow(() -> window.rooms().rules().add(RuleKind.EXCLUDE, "channel_name contains \"harbour\""));
      window.go(Room.CHANNELS);
      window.await(() -> rows(window).size() < before);
      window.doNow(() -> window.rooms().rules().add(RuleKind.INCLUDE, "channel_name equals \"no such channel\""));
      window.await(() -> window.rooms().channels().empty().get() == Empty.NO_CHANNELS);
      assertThat(window.textOf("#emptyTitle")).isEqualTo("No channel is left");
      window.click("#emptyAction");
      assertThat(window.ask(() -> window.rooms().shell().room().get())).isEqualTo(Room.RULES);

      window.doNow(() -> window.rooms().rules().add(RuleKind.INCLUDE, "nonsense"));
      window.go(Room.CHANNELS);
      window.await(() -> window.rooms().channels().lineup().failure().get() != null);
      assertThat(window.shows("#failure")).isTrue();
      assertThat(window.shows("#update")).isTrue();
    }
  }

  @Test
  void withoutSourcesTheWayToThemIsShown() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      awaitCurrent(window);
      window.doNow(() -> window.rooms().sources().remove(window.rooms().sources().rows().getFirst()));
      window.go(Room.CHANNELS);
      window.await(() -> window.rooms().channels().empty().get() == Empty.NO_SOURCES);
      window.click("#emptyAction");
      assertThat(window.ask(() -> window.rooms().shell().room().get())).isEqualTo(Room.SOURCES);
      window.doNow(() -> window.rooms().changes().undo());
      awaitCurrent(window);
    }
  }

  @Test
  void theKeyboardSuffices() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.CHANNELS);
      awaitCurrent(window);
      awaitFirst(window, "##### NEWS #####");
      int all = window.ask(() -> rows(window).size());
      robot.push(KeyCode.SHORTCUT, KeyCode.F);
      robot.write("harbour");
      window.await(() -> rows(window).size() < all);
      robot.push(KeyCode.ESCAPE);
      window.await(() -> rows(window).size() == all);
      robot.push(KeyCode.DOWN);
      robot.push(KeyCode.END);
      window.await(() -> window.rooms().channels().selected().get() == all - 1);
      robot.push(KeyCode.HOME);
      window.await(() -> window.rooms().channels().selected().get() == 0);
      robot.push(KeyCode.SHORTCUT, KeyCode.C);
      window.await(() -> "##### NEWS #####".equals(Clipboard.getSystemClipboard().getString()));
    }
  }

  @Test
  void aLineupIsThereAgainAtTheNextStart() throws TimeoutException, IOException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), "#EXTM3U\n#EXTINF:-1,One\nhttp://host/1\n");
    Path data = folder.resolve("data");
    try (var window = new OpenWindow(data)) {
      window.doNow(() -> {
        window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
        window.rooms().sources().adding().addFiles(List.of(list));
      });
      awaitCount(window, "1 channel");
      awaitCurrent(window);
    }
    Files.delete(list);
    try (var window = new OpenWindow(data)) {
      awaitCount(window, "1 channel");
    }
  }
}
