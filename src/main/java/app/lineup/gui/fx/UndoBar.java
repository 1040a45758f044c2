package app.lineup.gui.fx;

import app.lineup.gui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says what was just removed and offers to put it back. Takes no room while there is nothing. Not thread-safe; used
/// by the window's thread.
public final class UndoBar extends HBox {

  private final Label said = new Label();
  private final Button undo = new Button(Texts.of("common").get("undo"));

  public UndoBar() {
    getStyleClass().add("undo-bar");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    undo.setMinWidth(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    getChildren().addAll(said, undo);
  }

  /// Shows `text` while it is not empty; while `can` holds, offers to do `action`.
  public void offer(ObservableValue<String> text, ObservableValue<Boolean> can, Runnable action) {
    offer(text, action);
    undo.visibleProperty().bind(can);
    undo.managedProperty().bind(can);
  }

  /// Shows `text` while it is not empty, and does `action` when asked to.
  public void offer(ObservableValue<String> text, Runnable action) {
    said.textProperty().bind(text);
    visibleProperty().bind(text.map(words -> !words.isEmpty()));
    undo.setOnAction(event -> action.run());
  }
}
