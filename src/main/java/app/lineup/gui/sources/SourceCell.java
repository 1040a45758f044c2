package app.lineup.gui.sources;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row of the list of sources: name, place, state.
final class SourceCell extends ListCell<SourceViewModel> {

  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final Label name = new Label();
  private final Label place = new Label();
  private final Label state = new Label();
  private final VBox lines = new VBox(name, place, state);
  private Subscription shown = Subscription.EMPTY;

  SourceCell() {
    name.getStyleClass().add("row-title");
    place.getStyleClass().add("muted");
    state.getStyleClass().add("row-state");
    // As wide as the list, not as its longest address.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable SourceViewModel row, boolean empty) {
    super.updateItem(row, empty);
    shown.unsubscribe();
    state.textProperty().unbind();
    if (empty || row == null) {
      shown = Subscription.EMPTY;
      setGraphic(null);
      return;
    }
    name.setText(row.name());
    place.setText(row.place());
    state.textProperty().bind(row.stateText());
    shown = row.state().subscribe(
        now -> state.pseudoClassStateChanged(BAD, now == State.FAILED || now == State.EMPTY));
    setGraphic(lines);
  }
}
