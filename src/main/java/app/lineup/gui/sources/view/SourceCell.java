package app.lineup.gui.sources.view;

import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.SourcesViewModel;
import app.lineup.gui.sources.model.State;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row of the list of sources: name and age, place, state, trouble. It can be dragged to another place.
final class SourceCell extends ListCell<SourceViewModel> {

  private static final DataFormat ROW = new DataFormat("application/x-lineup-source");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass DROP_ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass DROP_BELOW = PseudoClass.getPseudoClass("drop-below");

  private final SourcesViewModel sources;
  private final Label name = new Label();
  private final Label age = new Label();
  private final Label place = new Label();
  private final Label state = new Label();
  private final Label trouble = new Label();
  private final Region gap = new Region();
  private final VBox lines = new Lines();
  private final Tooltip reason = new Tooltip();
  private Subscription shown = Subscription.EMPTY;

  SourceCell(SourcesViewModel sources) {
    this.sources = sources;
    getStyleClass().add("source-cell");
    lines.getChildren().setAll(new HBox(name, gap, age), place, state, trouble);
    lines.getStyleClass().add("lines");
    name.getStyleClass().add("row-title");
    age.getStyleClass().add("muted");
    age.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(gap, Priority.ALWAYS);
    place.getStyleClass().add("muted");
    state.getStyleClass().add("row-state");
    trouble.getStyleClass().add("row-trouble");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.visibleProperty());
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    // As wide as the list, not as its longest address.
    setPrefWidth(0);
    setOnDragDetected(this::begin);
    setOnDragOver(this::over);
    setOnDragExited(event -> mark(false, false));
    setOnDragDropped(this::drop);
  }

  @Override
  protected void updateItem(@Nullable SourceViewModel row, boolean empty) {
    super.updateItem(row, empty);
    shown.unsubscribe();
    shown = Subscription.EMPTY;
    state.textProperty().unbind();
    trouble.textProperty().unbind();
    age.textProperty().unbind();
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    name.setText(row.name());
    place.setText(row.place());
    age.textProperty().bind(row.age());
    state.textProperty().bind(row.stateText());
    trouble.textProperty().bind(row.trouble());
    shown = row.state().subscribe(now -> {
      state.pseudoClassStateChanged(BAD, now == State.FAILED || now == State.EMPTY);
      reason.setText(row.explanation());
      setTooltip(reason.getText().isEmpty() ? null : reason);
    });
    setGraphic(lines);
  }

  private void begin(MouseEvent event) {
    if (getItem() != null) {
      var content = new ClipboardContent();
      content.put(ROW, getItem().name());
      var board = startDragAndDrop(TransferMode.MOVE);
      board.setContent(content);
      board.setDragView(snapshot(null, null));
      event.consume();
    }
  }

  private void over(DragEvent event) {
    if (getItem() != null && event.getGestureSource() instanceof SourceCell dragged && event.getDragboard()
        .hasContent(ROW)) {
      event.acceptTransferModes(TransferMode.MOVE);
      mark(dragged.getIndex() > getIndex(), dragged.getIndex() < getIndex());
      event.consume();
    }
  }

  private void mark(boolean above, boolean below) {
    pseudoClassStateChanged(DROP_ABOVE, above);
    pseudoClassStateChanged(DROP_BELOW, below);
  }

  private void drop(DragEvent event) {
    if (event.getGestureSource() instanceof SourceCell dragged && dragged.getItem() != null && getItem() != null) {
      sources.move(dragged.getItem(), getIndex() - dragged.getIndex());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  /// Lines that wrap within the list: a cell asks for its height before it knows how wide it will be.
  private final class Lines extends VBox {

    @Override
    protected double computePrefHeight(double width) {
      double known = width >= 0 || getListView() == null
          ? width : getListView()
          .getWidth() - SourceCell.this.snappedLeftInset() - SourceCell.this.snappedRightInset() - 2;
      return super.computePrefHeight(known);
    }
  }
}
