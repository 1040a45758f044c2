package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.Slot;
import app.lineup.gui.channels.model.selection.Selection;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/// What JavaFX's table, its rows and a screen reader see of the selection: the slots on the screen, and which of them
/// are selected. JavaFX's own selection takes seconds for all of many rows. Not thread-safe; used by the window's
/// thread.
final class SlotSelection extends TableView.TableViewSelectionModel<Slot> {

  private final TableView<Slot> table;
  private final Selection selection;
  private final IntUnaryOperator position;
  private final SeenSlots<Integer> indices = new SeenSlots<>(this::slots, slot -> slot);
  private final SeenSlots<Slot> items = new SeenSlots<>(this::slots, slot -> getTableView().getItems().get(slot));
  @SuppressWarnings("rawtypes") // JavaFX's method has this type.
  private final SeenSlots<TablePosition> cells =
      new SeenSlots<>(this::slots, slot -> new TablePosition<>(getTableView(), slot, null));

  /// @param position the row's position by its slot
  SlotSelection(TableView<Slot> table, Selection selection, IntUnaryOperator position) {
    super(table);
    this.table = table;
    this.selection = selection;
    this.position = position;
    setSelectionMode(SelectionMode.MULTIPLE);
    // Before a row is painted.
    selection.changes().subscribe(now -> repaint());
  }

  /// Has each slot look again whether it is selected.
  void repaint() {
    int slot = selection.focusPosition() - position.applyAsInt(0);
    boolean seen = selection.focusPosition() >= 0 && slot >= 0 && slot < table.getItems().size();
    setSelectedIndex(seen && isSelected(slot) ? slot : -1);
    setSelectedItem(getSelectedIndex() < 0 ? null : table.getItems().get(slot));
    indices.changed();
    cells.changed();
    if (table.getFocusModel() != null) {
      table.getFocusModel().focus(seen ? slot : -1);
    }
  }

  private int[] slots() {
    return IntStream.range(0, table.getItems().size()).filter(this::isSelected).toArray();
  }

  @Override
  public ObservableList<Integer> getSelectedIndices() {
    return indices;
  }

  @Override
  public ObservableList<Slot> getSelectedItems() {
    return items;
  }

  @Override
  @SuppressWarnings("rawtypes") // JavaFX's method has this type.
  public ObservableList<TablePosition> getSelectedCells() {
    return cells;
  }

  @Override
  public boolean isSelected(int slot) {
    return slot >= 0 && slot < table.getItems().size() && selection.isSelected(position.applyAsInt(slot));
  }

  @Override
  public boolean isSelected(int slot, TableColumn<Slot, ?> column) {
    return isSelected(slot);
  }

  @Override
  public boolean isEmpty() {
    return selection.size().get() == 0;
  }

  @Override
  public void select(int slot) {
    if (slot >= 0 && slot < table.getItems().size() && !isSelected(slot)) {
      selection.toggle(position.applyAsInt(slot));
    }
  }

  @Override
  public void select(int slot, TableColumn<Slot, ?> column) {
    select(slot);
  }

  @Override
  public void select(Slot slot) {
    select(table.getItems().indexOf(slot));
  }

  @Override
  public void clearAndSelect(int slot) {
    if (slot >= 0 && slot < table.getItems().size()) {
      selection.only(position.applyAsInt(slot));
    }
  }

  @Override
  public void clearAndSelect(int slot, TableColumn<Slot, ?> column) {
    clearAndSelect(slot);
  }

  @Override
  public void clearSelection(int slot) {
    if (isSelected(slot)) {
      selection.toggle(position.applyAsInt(slot));
    }
  }

  @Override
  public void clearSelection(int slot, TableColumn<Slot, ?> column) {
    clearSelection(slot);
  }

  @Override
  public void clearSelection() {
    selection.clear();
  }

  @Override
  public void selectAll() {
    selection.all();
  }

  @Override
  public void selectIndices(int slot, int... more) {
    select(slot);
    for (int other : more) {
      select(other);
    }
  }

  @Override
  public void selectFirst() {
    clearAndSelect(0);
  }

  @Override
  public void selectLast() {
    clearAndSelect(table.getItems().size() - 1);
  }

  @Override
  public void selectPrevious() {
    // Keys are handled by the table's own code.
  }

  @Override
  public void selectNext() {
    // As above.
  }

  @Override
  public void selectAboveCell() {
    // There is no selection of cells.
  }

  @Override
  public void selectBelowCell() {
    // As above.
  }

  @Override
  public void selectLeftCell() {
    // As above.
  }

  @Override
  public void selectRightCell() {
    // As above.
  }
}
