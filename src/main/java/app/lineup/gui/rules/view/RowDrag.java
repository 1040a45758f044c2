package app.lineup.gui.rules.view;

import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.rules.model.RulesViewModel;
import java.util.Map;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Lets rows be dragged to another place in their list, with a line where they would land. Not thread-safe; used by
/// the window's thread.
final class RowDrag {

  private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");
  private static final DataFormat ROW = new DataFormat("application/x-lineup-rule");

  /// So near to an edge the list scrolls, by so much at each move.
  private static final double EDGE = 22;
  private static final double STEP = 9;

  private final RulesViewModel rules;
  private @Nullable RuleViewModel dragged;

  RowDrag(RulesViewModel rules) {
    this.rules = rules;
  }

  /// Has the list scroll while a row is held near its edge.
  void scrolls(ListView<RuleViewModel> list) {
    list.addEventFilter(DragEvent.DRAG_OVER, event -> {
      Node flow = list.lookup(".virtual-flow");
      if (dragged != null && flow instanceof VirtualFlow<?> cells) {
        double step = event.getY() < EDGE ? -STEP : event.getY() > list.getHeight() - EDGE ? STEP : 0;
        cells.scrollPixels(step);
      }
    });
  }

  /// Has the row of `cell` dragged, and others dropped on it.
  void takes(ListCell<RuleViewModel> cell) {
    cell.setOnDragDetected(event -> start(cell, event));
    cell.setOnDragOver(event -> over(cell, event));
    cell.setOnDragExited(event -> line(cell, false, false));
    cell.setOnDragDropped(event -> drop(cell, event));
    cell.setOnDragDone(event -> dragged = null);
  }

  private void start(ListCell<RuleViewModel> cell, MouseEvent event) {
    RuleViewModel row = cell.getItem();
    if (row != null) {
      dragged = row;
      var board = cell.startDragAndDrop(TransferMode.MOVE);
      board.setContent(Map.of(ROW, row.text().get()));
      board.setDragView(cell.snapshot(null, null));
      event.consume();
    }
  }

  private void over(ListCell<RuleViewModel> cell, DragEvent event) {
    if (dragged != null) {
      boolean lands = landing(cell, event).isPresent();
      if (lands) {
        event.acceptTransferModes(TransferMode.MOVE);
      }
      boolean below = gap(cell, event) > cell.getIndex();
      line(cell, lands && !below, lands && below);
      event.consume();
    }
  }

  private void drop(ListCell<RuleViewModel> cell, DragEvent event) {
    RuleViewModel row = dragged;
    if (row != null) {
      landing(cell, event).ifPresent(to -> rules.move(row, to));
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private OptionalInt landing(ListCell<RuleViewModel> cell, DragEvent event) {
    return dragged == null ? OptionalInt.empty() : rules.order().landing(dragged, gap(cell, event));
  }

  /// The gap that the pointer is nearest to; what lies below the rows is the last one.
  private int gap(ListCell<RuleViewModel> cell, DragEvent event) {
    int index = event.getY() > cell.getHeight() / 2 ? cell.getIndex() + 1 : cell.getIndex();
    return Math.min(index, rules.rows().size());
  }

  private static void line(ListCell<RuleViewModel> cell, boolean above, boolean below) {
    cell.pseudoClassStateChanged(ABOVE, above);
    cell.pseudoClassStateChanged(BELOW, below);
  }
}
