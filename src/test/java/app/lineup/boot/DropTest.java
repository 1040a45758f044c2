package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.sources.model.SourceViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// Drag and drop, which the platform without a screen does not have.
@Tag("xvfb")
final class DropTest {

  private static final String LIST = "#EXTM3U\n#EXTINF:-1,One\nhttp://h/1\n";

  @TempDir
  private Path folder;

  private final FxRobot robot = new FxRobot();

  /// Another window, from which something is dragged.
  private static Stage giving(ClipboardContent content) throws TimeoutException {
    return FxToolkit.registerStage(() -> {
      var label = new Label("drag me");
      var pane = new StackPane(label);
      pane.setOnDragDetected(event -> {
        pane.startDragAndDrop(TransferMode.COPY).setContent(content);
        event.consume();
      });
      var stage = new Stage();
      stage.setScene(new Scene(pane, 160, 60));
      stage.setX(0);
      stage.setY(0);
      stage.show();
      stage.toFront();
      return stage;
    });
  }

  private static Point2D middle(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private OpenWindow besideOthers() throws TimeoutException {
    var window = new OpenWindow(folder.resolve("data"));
    window.awaitCounted();
    window.doNow(() -> {
      window.stage().setX(200);
      window.stage().setY(80);
    });
    return window;
  }

  private void drag(OpenWindow window, ClipboardContent content) throws TimeoutException {
    Stage giving = giving(content);
    try {
      Point2D over = window.ask(() -> middle(window.stage().getScene().getRoot()));
      robot.drag(window.ask(() -> middle(giving.getScene().getRoot()))).moveBy(20, 10);
      robot.moveTo(over);
      window.await(() -> window.shows("#dropHint"));
      robot.drop();
      window.await(() -> !window.shows("#dropHint"));
      window.awaitCounted();
    } finally {
      robot.interact(giving::hide);
    }
  }

  @Test
  void aFileIsDroppedAnywhere() throws TimeoutException, IOException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), LIST);
    try (var window = besideOthers()) {
      var content = new ClipboardContent();
      content.putFiles(List.of(list.toFile()));
      drag(window, content);
      SourceViewModel row = window.ask(() -> window.rooms().sources().rows().getLast());
      assertThat(row.name()).isEqualTo("mine.m3u");
      assertThat(row.channels()).isEqualTo(1);
    }
  }

  @Test
  void aFolderSaysWhatToDo() throws TimeoutException {
    try (var window = besideOthers()) {
      var content = new ClipboardContent();
      content.putFiles(List.of(folder.toFile()));
      drag(window, content);
      assertThat(window.textOf("#problem")).contains("is a folder");
      assertThat(window.ask(() -> window.rooms().sources().rows().size())).isEqualTo(1);
    }
  }

  @Test
  void addressesAreDroppedAsText() throws TimeoutException, IOException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), LIST);
    try (var window = besideOthers()) {
      var content = new ClipboardContent();
      content.putString(list + "\nftp://host/list\n");
      drag(window, content);
      assertThat(window.ask(() -> window.rooms().sources().rows().size())).isEqualTo(2);
      assertThat(window.textOf("#problem")).contains("Only http and https");
    }
  }

  @Test
  void aSourceIsDraggedToAnotherPlace() throws TimeoutException, IOException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), LIST);
    try (var window = besideOthers()) {
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(list)));
      window.awaitCounted();
      List<Node> cells = List.copyOf(robot.lookup(".source-cell").match(cell -> cell.isVisible()
          && ((ListCell<?>) cell).getItem() != null).queryAll());
      assertThat(cells).hasSize(2);
      Node first = cells.stream().min(Comparator.comparingDouble(Node::getLayoutY)).orElseThrow();
      Node last = cells.stream().max(Comparator.comparingDouble(Node::getLayoutY)).orElseThrow();
      robot.drag(window.ask(() -> middle(last))).moveBy(0, -15);
      robot.moveTo(window.ask(() -> middle(first)));
      assertThat(window.shows("#dropHint")).isFalse();
      robot.drop();
      window.await(() -> window.rooms().sources().rows().getFirst().name().equals("mine.m3u"));
    }
  }
}
