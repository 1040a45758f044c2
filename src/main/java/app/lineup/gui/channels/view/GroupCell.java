package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.GroupRow;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A row of the list of groups: its name, how many channels it has.
final class GroupCell extends ListCell<GroupRow> {

  private final Label name = new Label();
  private final Label channels = new Label();
  private final HBox line = new HBox(name, channels);

  GroupCell() {
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("group-row");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    channels.setMinWidth(Label.USE_PREF_SIZE);
    channels.getStyleClass().add("muted");
    // As wide as the list, not as its longest name.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable GroupRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    name.setText(row.name());
    channels.setText(row.channels());
    setGraphic(line);
  }
}
