package app.lineup.gui.shell.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Takes lists that are dropped anywhere on the window, and says so while something is dragged over it. What is dragged
/// within the window is its views' own business.
final class DropTarget {

  private final Pane root;
  private final BiConsumer<List<Path>, String> taker;
  private final VBox hint;

  private DropTarget(Pane root, ResourceBundle words, BiConsumer<List<Path>, String> taker) {
    this.root = root;
    this.taker = taker;
    var title = new Label(words.getString("drop.title"));
    title.getStyleClass().add("title");
    hint = new VBox(title, new Label(words.getString("drop.what")));
    hint.setId("dropHint");
    hint.getStyleClass().add("drop-hint");
    hint.setVisible(false);
    hint.setMouseTransparent(true);
    // Over everything, whatever the pane does with its children.
    hint.setManaged(false);
    root.getChildren().add(hint);
    root.layoutBoundsProperty().subscribe(bounds -> hint.resize(bounds.getWidth(), bounds.getHeight()));
  }

  /// Lets `root` take files, or else text.
  static void on(Pane root, ResourceBundle words, BiConsumer<List<Path>, String> taker) {
    var target = new DropTarget(root, words, taker);
    root.setOnDragEntered(target::entered);
    root.setOnDragExited(event -> target.hint.setVisible(false));
    root.setOnDragOver(target::over);
    root.setOnDragDropped(target::dropped);
  }

  private boolean takes(DragEvent event) {
    boolean ours = event.getGestureSource() instanceof Node from && Objects.equals(from.getScene(), root.getScene());
    Dragboard board = event.getDragboard();
    return !ours && (board.hasFiles() || board.hasString() || board.hasUrl());
  }

  private void entered(DragEvent event) {
    hint.setVisible(takes(event));
  }

  private void over(DragEvent event) {
    if (takes(event)) {
      event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    hint.setVisible(false);
    if (takes(event)) {
      Dragboard board = event.getDragboard();
      taker.accept(board.getFiles().stream().map(File::toPath).toList(), text(board));
      event.setDropCompleted(true);
      event.consume();
    }
  }

  /// A browser may give the address of a link without its text.
  private static String text(Dragboard board) {
    String text = board.hasString() ? board.getString() : board.getUrl();
    return text == null ? "" : text;
  }
}
