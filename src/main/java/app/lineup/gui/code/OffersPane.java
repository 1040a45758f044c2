package app.lineup.gui.code;

import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// The list of what is offered, over the view, beside the caret. It takes no focus: keys stay with the text.
final class OffersPane extends VBox {

  private static final double ROW_HEIGHT = 26;
  private static final double WIDTH = 560;
  private static final int MOST_ROWS = 8;
  private static final double GAP = 4;

  private final ListView<Offer> list = new ListView<>();
  private final Label says = new Label();
  private final Pane over;

  /// @param over what it lies over; it does not reach beyond it
  OffersPane(OffersViewModel offers, Pane over, Runnable taken) {
    this.over = over;
    setId("offers");
    getStyleClass().add("offers");
    setManaged(false);
    list.setItems(offers.offers());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setFocusTraversable(false);
    list.getStyleClass().add("dense");
    list.setCellFactory(view -> new OfferCell(index -> {
      offers.choose(index);
      taken.run();
    }));
    list.prefHeightProperty().bind(
        Bindings.createDoubleBinding(() -> rows(offers) * ROW_HEIGHT + 2, offers.offers()));
    list.minHeightProperty().bind(list.prefHeightProperty());
    offers.chosen().subscribe(index -> {
      list.getSelectionModel().clearAndSelect(index.intValue());
      list.scrollTo(Math.max(0, index.intValue() - MOST_ROWS / 2));
      says.setText(index.intValue() < 0 ? "" : offers.offers().get(index.intValue()).says());
    });
    says.setWrapText(true);
    says.getStyleClass().add("muted");
    says.managedProperty().bind(says.textProperty().isNotEmpty());
    says.visibleProperty().bind(says.managedProperty());
    visibleProperty().bind(offers.open());
    getChildren().addAll(list, says);
    over.getChildren().add(this);
  }

  private static int rows(OffersViewModel offers) {
    return Math.min(MOST_ROWS, offers.offers().size());
  }

  /// Lies below the caret, or above it where there is no room.
  void placeAt(Node caret) {
    Bounds at = over.sceneToLocal(caret.localToScene(caret.getBoundsInLocal()));
    double width = Math.min(WIDTH, over.getWidth());
    double height = prefHeight(width);
    double below = at.getMaxY() + GAP;
    double above = at.getMinY() - GAP - height;
    double y = below + height > over.getHeight() && above >= 0 ? above : below;
    resizeRelocate(Math.clamp(at.getMinX(), 0, over.getWidth() - width), y, width, height);
  }

  /// Whether a point of the scene lies in it.
  boolean covers(double sceneX, double sceneY) {
    Point2D here = sceneToLocal(sceneX, sceneY);
    return isVisible() && contains(here);
  }
}
