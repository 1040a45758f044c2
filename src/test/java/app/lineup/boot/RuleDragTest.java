package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.shell.model.Room;
import app.lineup.model.RuleKind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Rows dragged by hand, which JavaFX can do only where there is a screen.
@Tag("xvfb")
final class RuleDragTest {

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();

  @Test
  void aRowIsDraggedAmongItsKind() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.RULES);
      List<RuleViewModel> rows = window.rooms().rules().rows();
      window.doNow(() -> {
        window.rooms().rules().add(RuleKind.RULE, "SET tvg_id = \"2\"");
        window.rooms().rules().add(RuleKind.RULE, "SET tvg_id = \"3\"");
      });
      RuleViewModel first = window.ask(rows::getFirst);
      drag(window, 0, 2, 0.9);
      window.await(() -> rows.indexOf(first) == 2);
      drag(window, 2, 1, 0.1);
      window.await(() -> rows.indexOf(first) == 1);

      List<RuleViewModel> before = window.ask(() -> List.copyOf(rows));
      drag(window, 0, 3, 0.9);
      assertThat(window.ask(() -> List.copyOf(rows))).isEqualTo(before);
      assertThat(window.ask(() -> window.rooms().sources().rows().size())).isEqualTo(1);
    }
  }

  private void drag(OpenWindow window, int from, int to, double height) {
    robot.drag(point(window, from, 0.5), MouseButton.PRIMARY);
    robot.moveTo(point(window, from, 0.7));
    robot.moveTo(point(window, to, 0.5));
    robot.moveTo(point(window, to, height));
    robot.drop();
    window.doNow(() -> {});
  }

  private Point2D point(OpenWindow window, int row, double height) {
    return window.ask(() -> {
      Node cell = robot.lookup("#list .list-cell").queryAllAs(ListCell.class).stream()
          .filter(each -> each.isVisible() && each.getIndex() == row).findFirst().orElseThrow();
      Bounds bounds = cell.localToScreen(cell.getBoundsInLocal());
      return new Point2D(bounds.getMinX() + bounds.getWidth() * 0.7, bounds.getMinY() + bounds.getHeight() * height);
    });
  }
}
