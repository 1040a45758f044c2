package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.channels.model.selection.Selection;
import app.lineup.gui.shell.model.Room;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Channels are selected by mouse and by keys.
final class SelectingJourneyTest {

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();

  private OpenWindow open() throws TimeoutException {
    var window = new OpenWindow(folder.resolve("data"));
    window.go(Room.CHANNELS);
    window.awaitCounted();
    window.await(() -> window.rooms().channels().lineup().freshness().get() == Freshness.CURRENT);
    window.await(() -> robot.lookup(".table-row-cell").queryAll().size() > 5);
    return window;
  }

  private static Selection selection(OpenWindow window) {
    return window.rooms().channels().selection();
  }

  private static int[] selected(OpenWindow window) {
    return window.ask(() -> selection(window).indexes());
  }

  private Node row(int slot) {
    return robot.lookup(".table-row-cell")
        .match(row -> row instanceof TableRow<?> shown && shown.getIndex() == slot && !shown.isEmpty()).query();
  }

  private List<Integer> selectedSlots() {
    return robot.lookup(".table-row-cell").queryAll().stream().<Integer>mapMulti((node, slots) -> {
      if (node instanceof TableRow<?> row && row.isSelected()) {
        slots.accept(row.getIndex());
      }
    }).sorted().toList();
  }

  /// JavaFX's platform without a screen has no click with the Shift key.
  private void click(OpenWindow window, int slot, boolean shift, boolean shortcut, MouseButton button) {
    window.doNow(() -> {
      Node row = row(slot);
      for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        row.fireEvent(new MouseEvent(type, 5, 5, 5, 5, button, 1, shift, shortcut, false, false,
            down && button == MouseButton.PRIMARY, false, down && button == MouseButton.SECONDARY, true, false, false,
            null));
      }
    });
  }

  @Test
  void theMouseSelects() throws TimeoutException {
    try (var window = open()) {
      robot.clickOn(row(2));
      assertThat(selected(window)).containsExactly(2);
      click(window, 5, true, false, MouseButton.PRIMARY);
      assertThat(selected(window)).containsExactly(2, 3, 4, 5);
      click(window, 3, false, true, MouseButton.PRIMARY);
      assertThat(selected(window)).containsExactly(2, 4, 5);
      click(window, 0, true, true, MouseButton.PRIMARY);
      assertThat(selected(window)).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(window.textOf("#selected")).startsWith("6 of ");
      click(window, 4, false, false, MouseButton.SECONDARY);
      assertThat(selected(window)).as("a menu is for all that is selected").hasSize(6);
      click(window, 1, false, false, MouseButton.PRIMARY);
      assertThat(selected(window)).as("a click alone selects one row").containsExactly(1);
      click(window, 3, false, false, MouseButton.SECONDARY);
      assertThat(selected(window)).as("a menu for another row").containsExactly(3);
    }
  }

  @Test
  void theKeyboardSelects() throws TimeoutException {
    try (var window = open()) {
      int all = window.ask(() -> window.rooms().channels().search().rows().get().size());
      robot.clickOn(row(1));
      robot.push(KeyCode.SHIFT, KeyCode.DOWN);
      robot.push(KeyCode.SHIFT, KeyCode.DOWN);
      assertThat(selected(window)).containsExactly(1, 2, 3);
      robot.push(KeyCode.SHIFT, KeyCode.UP);
      assertThat(selected(window)).containsExactly(1, 2);
      robot.push(KeyCode.SHORTCUT, KeyCode.DOWN);
      robot.push(KeyCode.SHORTCUT, KeyCode.DOWN);
      robot.push(KeyCode.SHORTCUT, KeyCode.SPACE);
      assertThat(selected(window)).containsExactly(1, 2, 4);
      robot.push(KeyCode.SHIFT, KeyCode.END);
      assertThat(window.ask(() -> selection(window).size().get())).isEqualTo(all - 4);
      assertThat(window.ask(() -> window.rooms().channels().selected().get())).isEqualTo(all - 1);
      robot.push(KeyCode.SHORTCUT, KeyCode.A);
      assertThat(window.textOf("#selected")).isEqualTo(all + " of " + all + " selected");
      robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
      assertThat(selected(window)).isEmpty();
      robot.push(KeyCode.SHORTCUT, KeyCode.I);
      assertThat(window.ask(() -> selection(window).size().get())).isEqualTo(all);
      robot.push(KeyCode.HOME);
      assertThat(selected(window)).containsExactly(0);
      robot.push(KeyCode.ESCAPE);
      assertThat(selected(window)).isEmpty();
      robot.push(KeyCode.SPACE);
      assertThat(selected(window)).containsExactly(0);
    }
  }

  @Test
  void whatIsSelectedLooksSo() throws TimeoutException {
    try (var window = open()) {
      window.doNow(() -> {
        selection(window).only(1);
        selection(window).extend(3, false);
      });
      assertThat(selectedSlots()).containsExactly(1, 2, 3);
      window.doNow(() -> window.rooms().channels().selection().clear());
      assertThat(selectedSlots()).isEmpty();
    }
  }
}
