package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.RowViewModel;
import app.lineup.gui.channels.model.Slot;
import app.lineup.gui.channels.model.selection.Selection;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows rows of which there may be millions in a table that has just as many as fit into it. JavaFX's own scrolling
/// looks at every row above the first one that can be seen, and so gets slower the further down it is; this one takes
/// the same time everywhere. Not thread-safe; used by the window's thread.
final class LongTable {

  /// Of the scroll bar: less could not be taken hold of.
  private static final double LEAST_THUMB = 0.06;

  private final TableView<Slot> table;
  private final ScrollBar bar;
  private final SlotSelection seen;
  private List<RowViewModel> rows = List.of();
  private Subscription growing = Subscription.EMPTY;
  private int fitting;
  private int first;
  private double scrolled;

  /// @param table     its rows are all of one height
  /// @param bar       stands beside it
  /// @param selection which rows are selected
  LongTable(TableView<Slot> table, ScrollBar bar, Selection selection) {
    this.table = table;
    this.bar = bar;
    this.seen = new SlotSelection(table, selection, slot -> first + slot);
    table.setSelectionModel(seen);
    table.layoutBoundsProperty().subscribe(now -> fit());
    table.skinProperty().subscribe(() -> {
      if (header() instanceof Region header) {
        header.heightProperty().subscribe(now -> fit());
      }
    });
    bar.valueProperty().subscribe(now -> {
      first = (int) Math.round(now.doubleValue());
      fill();
    });
    bar.managedProperty().bind(bar.visibleProperty());
    table.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    bar.addEventFilter(ScrollEvent.SCROLL, this::scroll);
  }

  private @Nullable Node header() {
    return table.lookup(".column-header-background");
  }

  /// Shows other rows, which may grow.
  void show(@Nullable ObservableList<RowViewModel> now) {
    growing.unsubscribe();
    rows = now == null ? List.of() : now;
    growing = now == null ? Subscription.EMPTY : now.subscribe(this::fit);
    fit();
  }

  /// The position of the first row that can be seen.
  int first() {
    return first;
  }

  /// How many rows can be seen at once.
  int fitting() {
    return fitting;
  }

  /// Puts the row at a position first, or as near to that as the last rows allow.
  void goTo(int position) {
    bar.setValue(Math.clamp(position, 0, Math.max(0, rows.size() - fitting)));
  }

  /// Scrolls no further than it takes to see the row at a position.
  void reveal(int position) {
    if (position < first) {
      goTo(position);
    } else if (position >= first + fitting) {
      goTo(position - fitting + 1);
    }
  }

  private void fit() {
    Node header = header();
    double room = table.getHeight() - table.snappedTopInset() - table.snappedBottomInset()
        - (header == null ? 0 : header.getLayoutBounds().getHeight());
    fitting = Math.max(1, (int) (room / table.getFixedCellSize()));
    int last = Math.max(0, rows.size() - fitting);
    bar.setVisible(last > 0);
    bar.setMax(last);
    bar.setVisibleAmount(rows.isEmpty() ? 0 : last * Math.max(LEAST_THUMB, (double) fitting / rows.size()));
    bar.setUnitIncrement(1);
    bar.setBlockIncrement(fitting);
    goTo(first);
    fill();
  }

  private void fill() {
    List<Slot> slots = table.getItems();
    int count = Math.clamp((long) rows.size() - first, 0, fitting);
    if (count < slots.size()) {
      List<Slot> over = slots.subList(count, slots.size());
      over.forEach(Slot::close);
      over.clear();
    } else if (count > slots.size()) {
      slots.addAll(Stream.generate(Slot::new).limit((long) count - slots.size()).toList());
    }
    for (int i = 0; i < count; i++) {
      slots.get(i).show(rows.get(first + i));
    }
    seen.repaint();
  }

  /// A wheel turns by whole rows, a touchpad by parts of one, which add up.
  private void scroll(ScrollEvent event) {
    scrolled -= event.getDeltaY() / table.getFixedCellSize();
    int by = (int) scrolled;
    scrolled -= by;
    goTo(first + by);
    event.consume();
  }
}
