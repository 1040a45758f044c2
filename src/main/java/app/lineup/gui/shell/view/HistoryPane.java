package app.lineup.gui.shell.view;

import app.lineup.gui.document.Undo;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The list of everything that was changed, newest first, each with a button that takes it back on its own. Not
/// thread-safe; used by the window's thread.
final class HistoryPane {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());

  private final Undo changes;
  private final ResourceBundle words;
  private final ListView<Undo.Entry> list = new ListView<>();

  HistoryPane(Undo changes, ResourceBundle words) {
    this.changes = changes;
    this.words = words;
    list.setPrefSize(520, 360);
    list.setAccessibleText(words.getString("history.name"));
    var empty = new Label(words.getString("history.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("empty-text");
    list.setPlaceholder(empty);
    list.setCellFactory(view -> new Cell());
    fill();
  }

  private void fill() {
    list.getItems().setAll(changes.history());
  }

  void show(Node owner) {
    var over = new PopOver(list);
    over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
    over.setAnimated(false);
    // The library's sheet lies on the root and so goes before those of a scene.
    over.getRoot().getStylesheets().addAll(owner.getScene().getStylesheets());
    over.show(owner);
    list.requestFocus();
  }

  private final class Cell extends ListCell<Undo.Entry> {

    private final Label what = new Label();
    private final Label when = new Label();
    private final Button takeBack = new Button(words.getString("history.take-back"));
    private final HBox row = new HBox(8, what, when, takeBack);

    Cell() {
      what.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(what, Priority.ALWAYS);
      when.getStyleClass().add("quiet");
      when.setMinWidth(Label.USE_PREF_SIZE);
      takeBack.setMinWidth(Button.USE_PREF_SIZE);
      row.setAlignment(Pos.CENTER_LEFT);
      takeBack.setOnAction(event -> {
        Undo.Entry entry = getItem();
        if (entry != null) {
          changes.takeBack(entry);
          fill();
        }
      });
    }

    @Override
    protected void updateItem(Undo.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      what.setText(entry.text());
      when.setText(entry.inForce() ? WHEN.format(entry.at()) : words.getString("history.taken-back"));
      takeBack.setVisible(entry.inForce());
      takeBack.setManaged(entry.inForce());
      setGraphic(row);
    }
  }
}
