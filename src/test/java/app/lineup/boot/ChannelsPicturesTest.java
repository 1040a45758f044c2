package app.lineup.boot;

import app.lineup.gui.channels.model.Empty;
import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The view of channels as pictures: all, a group, what a search finds, a journey, something wrong, nothing at all.
@Tag("screenshots")
final class ChannelsPicturesTest {

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();

  private static void awaitCurrent(OpenWindow window) throws TimeoutException {
    window.awaitCounted();
    window.await(() -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT);
  }

  private void search(OpenWindow window, String text) throws TimeoutException {
    window.type("#search", text);
    window.await(() -> window.textOf("#count").contains(" of ") && !window.rooms().channels().search().searching()
        .get());
  }

  private void select(OpenWindow window, int row) throws TimeoutException {
    window.doNow(() -> robot.lookup("#table").<TableView<?>>query().getSelectionModel().clearAndSelect(row));
    window.await(() -> window.rooms().channels().details().shown().get() != null);
  }

  private void group(OpenWindow window, int row) {
    window.doNow(() -> robot.lookup("#groups").<ListView<?>>query().getSelectionModel().select(row));
  }

  @Test
  void takesPictures() throws TimeoutException, IOException {
    try (var window = Pictures.openWithLists(folder.resolve("data"))) {
      window.doNow(() -> window.rooms().rules()
          .add(RuleKind.RULE, "group_title equals \"United Kingdom\" SET group_title = \"UK\""));
      window.go(Room.CHANNELS);
      awaitCurrent(window);
      Pictures.take(window, "channels-all");
      group(window, 1);
      window.await(() -> window.textOf("#count").contains(" of ") && !window.rooms().channels().search().searching()
          .get());
      Pictures.take(window, "channels-group");
      select(window, 0);
      group(window, 0);
      window.await(() -> !window.textOf("#count").contains(" of "));
      Pictures.take(window, "channels-journey");
      search(window, "channel_name contains \"news\" AND stream_url starts_with \"http\"");
      Pictures.take(window, "channels-search");
      search(window, "no such channel");
      Pictures.take(window, "channels-no-hits");
      window.type("#search", "group_title contians \"news\"");
      window.await(() -> window.shows("#wrong"));
      Pictures.take(window, "channels-mistake");
      window.type("#search", "");
      window.doNow(() -> window.rooms().rules().add(RuleKind.INCLUDE, "nonsense"));
      window.await(() -> window.rooms().channels().lineup().failure().get() != null);
      Pictures.take(window, "channels-out-of-date");
      window.type("#search", "");
      window.doNow(() -> window.rooms().rules().selected().get().text().set("channel_name equals \"nobody\""));
      window.await(() -> window.rooms().channels().empty().get() == Empty.NO_CHANNELS);
      Pictures.take(window, "channels-none-left");
      window.doNow(() -> List.copyOf(window.rooms().sources().rows()).forEach(window.rooms().sources()::remove));
      window.await(() -> window.rooms().channels().empty().get() == Empty.NO_SOURCES);
      Pictures.take(window, "channels-no-sources");
    }
  }
}
