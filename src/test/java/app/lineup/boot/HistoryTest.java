package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.document.Undo;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import app.lineup.model.SeparatorPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// What was changed in any view is taken back in any other, after a restart too, and each change by itself.
final class HistoryTest {

  @TempDir
  private Path folder;

  private static List<String> history(OpenWindow window) {
    return window.ask(() -> window.rooms().changes().history().stream().map(Undo.Entry::text).toList());
  }

  private static String row(Button button) {
    return button.getParent().getChildrenUnmodifiable().stream().filter(Label.class::isInstance)
        .map(part -> ((Label) part).getText()).toList().toString();
  }

  @Test
  void everyViewsChangesAreInOneHistory() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(() -> window.rooms().rules().add(RuleKind.EXCLUDE, "tvg_id is_empty"));
      window.go(Room.SETTINGS);
      window.click("#separatorsHide");
      window.doNow(() -> window.rooms().sources().remove(window.rooms().sources().rows().getFirst()));
      assertThat(history(window)).containsExactly(
          "Removed “Sample”.", "Changed what happens to separator rows", "Added rule 3");
    }
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.pressWithShortcut(KeyCode.Z);
      window.await(() -> window.rooms().sources().rows().size() == 1);
      window.click("#history");
      new FxRobot().lookup(".list-cell .button").queryAllAs(Button.class).stream()
          .filter(button -> button.isVisible() && button.getParent() != null && row(button).contains("Added rule 3"))
          .findFirst().ifPresent(button -> window.doNow(button::fire));
      assertThat(window.ask(() -> window.rooms().rules().rows().size())).isEqualTo(2);
      SeparatorPolicy stays = window.ask(() -> window.rooms().settings().separators().get());
      assertThat(stays).isEqualTo(SeparatorPolicy.HIDE);
      assertThat(window.<String>ask(() -> window.rooms().changes().said().get())).isEqualTo("Undone: Added rule 3");
    }
  }
}
