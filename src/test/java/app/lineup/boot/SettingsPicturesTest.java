package app.lineup.boot;

import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The end of the settings, where the library is, and the history.
@Tag("screenshots")
final class SettingsPicturesTest {

  @TempDir
  private Path folder;

  @Test
  void takesPictures() throws TimeoutException, IOException {
    try (OpenWindow window = Pictures.openWithLists(folder.resolve("data"))) {
      window.go(Room.SETTINGS);
      window.doNow(() -> ((ScrollPane) window.stage().getScene().lookup(".scroll-pane")).setVvalue(1));
      Pictures.take(window, "settings-library");
    }
  }

  @Test
  void takesPicturesOfTheHistory() throws TimeoutException, IOException {
    try (OpenWindow window = Pictures.openWithLists(folder.resolve("data"))) {
      window.go(Room.RULES);
      window.doNow(() -> {
        window.rooms().rules().add(RuleKind.EXCLUDE, "tvg_id is_empty");
        window.rooms().rules().rows().getFirst().on().set(false);
        window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
        window.rooms().changes().undo();
      });
      Pictures.takeDialog(window, "history", () -> window.click("#history"), () -> window.press(KeyCode.ESCAPE));
    }
  }
}
