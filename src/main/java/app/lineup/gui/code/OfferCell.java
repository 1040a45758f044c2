package app.lineup.gui.code;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A row of what is offered: what would be written, coloured as in the text, and what it means.
final class OfferCell extends ListCell<Offer> {

  private final Label insert = new Label();
  private final Label says = new Label();
  private final HBox line = new HBox(insert, says);

  /// @param taken is told the index of a row that is clicked
  OfferCell(IntConsumer taken) {
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("offer");
    HBox.setHgrow(says, Priority.ALWAYS);
    insert.setMinWidth(Label.USE_PREF_SIZE);
    insert.setMaxWidth(360);
    // As wide as the list, not as its longest line.
    setPrefWidth(0);
    setOnMousePressed(event -> {
      if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
        taken.accept(getIndex());
        event.consume();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    if (empty || offer == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    insert.setText(offer.insert());
    insert.getStyleClass().setAll("label", "code", offer.style());
    says.getStyleClass().setAll("label", "muted");
    says.setText(offer.says());
    setAccessibleText(offer.insert() + " " + offer.says());
    setGraphic(line);
  }
}
