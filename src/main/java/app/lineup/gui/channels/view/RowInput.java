package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.Slot;
import app.lineup.gui.channels.model.selection.Selection;
import java.util.function.IntSupplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Selects rows by mouse and keys, in place of JavaFX's own code, which knows only the rows on the screen. Not
/// thread-safe; used by the window's thread.
final class RowInput {

  private static final int NONE = -1;

  private final TableView<Slot> table;
  private final LongTable rows;
  private final Selection selection;
  private final IntSupplier size;
  private int pressed = NONE;

  /// @param rows shows the rows of which there are `size`
  RowInput(TableView<Slot> table, LongTable rows, Selection selection, IntSupplier size) {
    this.table = table;
    this.rows = rows;
    this.selection = selection;
    this.size = size;
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release());
  }

  private void press(MouseEvent event) {
    int slot = slot(event.getTarget());
    if (slot < 0) {
      return;
    }
    table.requestFocus();
    int position = rows.first() + slot;
    boolean primary = event.getButton() == MouseButton.PRIMARY;
    if (primary && event.isShiftDown()) {
      selection.extend(position, event.isShortcutDown());
    } else if (primary && event.isShortcutDown()) {
      selection.toggle(position);
    } else if (!selection.isSelected(position)) {
      selection.only(position);
    } else {
      // One that is dragged, or asked for its menu, keeps the others; a click alone does not.
      pressed = primary ? position : NONE;
      selection.focus(position);
    }
    event.consume();
  }

  private void release() {
    if (pressed != NONE && pressed < size.getAsInt()) {
      selection.only(pressed);
    }
    pressed = NONE;
  }

  /// The slot of the row that was met, below 0 where it was none.
  private static int slot(EventTarget target) {
    @Nullable Node node = target instanceof Node met ? met : null;
    while (node != null && !(node instanceof TableRow<?>)) {
      node = node.getParent();
    }
    return node instanceof TableRow<?> row && !row.isEmpty() ? row.getIndex() : NONE;
  }

  private void press(KeyEvent event) {
    if (size.getAsInt() > 0 && !event.isAltDown() && (goes(event) || selects(event))) {
      event.consume();
    }
  }

  private boolean goes(KeyEvent event) {
    int at = selection.focusPosition();
    int to = switch (event.getCode()) {
      case UP -> at < 0 ? rows.first() : at - 1;
      case DOWN -> at < 0 ? rows.first() : at + 1;
      case PAGE_UP -> Math.max(at, rows.first()) - rows.fitting();
      case PAGE_DOWN -> Math.max(at, rows.first()) + rows.fitting();
      case HOME -> 0;
      case END -> size.getAsInt() - 1;
      default -> Integer.MIN_VALUE;
    };
    if (to == Integer.MIN_VALUE) {
      return false;
    }
    int position = Math.clamp(to, 0, size.getAsInt() - 1);
    if (event.isShiftDown()) {
      selection.extend(position, event.isShortcutDown());
    } else if (event.isShortcutDown()) {
      selection.focus(position);
    } else {
      selection.only(position);
    }
    rows.reveal(position);
    return true;
  }

  private boolean selects(KeyEvent event) {
    int at = selection.focusPosition();
    if (event.getCode() == KeyCode.SPACE && at >= 0) {
      if (event.isShortcutDown() || !selection.isSelected(at)) {
        selection.toggle(at);
      }
      return true;
    }
    if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
      if (event.isShiftDown()) {
        selection.clear();
      } else {
        selection.all();
      }
      return true;
    }
    if (event.getCode() == KeyCode.ESCAPE && selection.size().get() > 0) {
      selection.clear();
      return true;
    }
    if (event.getCode() == KeyCode.I && event.isShortcutDown()) {
      selection.invert();
      return true;
    }
    return false;
  }
}
