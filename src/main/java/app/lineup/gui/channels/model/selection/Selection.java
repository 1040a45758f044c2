package app.lineup.gui.channels.model.selection;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Which rows are selected, which one has the focus, and where a range of them begins. It is kept by the rows' indexes,
/// a bit each, so that it survives a search, and so that a million rows are selected in some milliseconds. Only rows
/// that stand in the table count and are handed out; those that a search does not show are selected again when they
/// show. Not thread-safe; used by the window's thread.
public final class Selection {

  private static final int NONE = -1;

  private static final Positions EMPTY = new Positions() {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public int indexAt(int position) {
      throw new IndexOutOfBoundsException(position);
    }

    @Override
    public int positionOf(int index) {
      return NONE;
    }
  };

  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
  private BitSet selected = new BitSet();
  private Positions rows = EMPTY;
  private int focus = NONE;
  private int anchor = NONE;
  private boolean growing;

  /// Changes with every change of what is selected or has the focus.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// How many rows of the table are selected.
  public ReadOnlyIntegerProperty size() {
    return size.getReadOnlyProperty();
  }

  /// How many rows are selected that do not stand in the table now.
  public int elsewhere() {
    return selected.cardinality() - size.get();
  }

  public boolean isSelected(int position) {
    return position >= 0 && position < rows.size() && selected.get(rows.indexAt(position));
  }

  /// The index of the row that the keyboard is at, below 0 where there is none.
  public int focus() {
    return focus;
  }

  /// The position of that row, below 0 where it does not stand in the table.
  public int focusPosition() {
    return focus < 0 ? NONE : rows.positionOf(focus);
  }

  /// The indexes of the selected rows of the table, in the order of the table.
  public int[] indexes() {
    int[] indexes = new int[size.get()];
    int used = 0;
    for (int position = 0; position < rows.size() && used < indexes.length; position++) {
      int index = rows.indexAt(position);
      if (selected.get(index)) {
        indexes[used++] = index;
      }
    }
    return indexes;
  }

  /// Says which rows stand in the table now; those that were selected stay so.
  public void over(Positions now) {
    rows = now;
    growing = false;
    told();
  }

  /// Says that no rows stand in the table.
  public void over() {
    over(EMPTY);
  }

  /// Says that more rows were found behind those before. Where all were selected, these are, too.
  ///
  /// @param from the position of the first new one
  public void grown(int from) {
    if (growing) {
      set(from, rows.size() - 1, true);
    }
    told();
  }

  /// Says that rows have other indexes now.
  ///
  /// @param index the index that a row has now by the one before, below 0 where it is gone
  public void renumber(IntUnaryOperator index) {
    var now = new BitSet();
    selected.stream().map(index).filter(moved -> moved >= 0).forEach(now::set);
    selected = now;
    focus = focus < 0 ? NONE : index.applyAsInt(focus);
    anchor = anchor < 0 ? NONE : index.applyAsInt(anchor);
  }

  /// The indexes of all rows that are selected or have the focus, wherever they stand.
  public BitSet kept() {
    BitSet kept = (BitSet) selected.clone();
    if (focus >= 0) {
      kept.set(focus);
    }
    if (anchor >= 0) {
      kept.set(anchor);
    }
    return kept;
  }

  /// Selects one row and nothing else, and goes there.
  public void only(int position) {
    selected.clear();
    go(position);
    anchor = focus;
    set(position, position, true);
    told();
  }

  /// Selects or deselects one row, leaves the others, and goes there.
  public void toggle(int position) {
    go(position);
    anchor = focus;
    selected.flip(focus);
    told();
  }

  /// Selects the rows from where the last range began to this one, and goes there.
  ///
  /// @param more whether what was selected before stays so
  public void extend(int position, boolean more) {
    if (!more) {
      selected.clear();
    }
    int from = anchor < 0 ? NONE : rows.positionOf(anchor);
    if (from < 0) {
      from = Math.max(0, focusPosition());
      anchor = rows.indexAt(from);
    }
    go(position);
    set(Math.min(from, position), Math.max(from, position), true);
    told();
  }

  /// Goes to a row without selecting it.
  public void focus(int position) {
    go(position);
    told();
  }

  /// Selects every row of the table, and of a search that is still under way those that it will find.
  public void all() {
    set(0, rows.size() - 1, true);
    growing = true;
    told();
  }

  /// Selects the rows of the table that are not selected, and no others.
  public void invert() {
    var inverted = new BitSet();
    for (int position = 0; position < rows.size(); position++) {
      int index = rows.indexAt(position);
      if (!selected.get(index)) {
        inverted.set(index);
      }
    }
    selected = inverted;
    growing = false;
    told();
  }

  /// Selects nothing; the focus stays.
  public void clear() {
    selected.clear();
    growing = false;
    told();
  }

  /// Selects nothing and has the focus nowhere.
  public void leave() {
    focus = NONE;
    anchor = NONE;
    clear();
  }

  private void go(int position) {
    focus = rows.indexAt(position);
    growing = false;
  }

  private void set(int from, int to, boolean on) {
    for (int position = from; position <= to; position++) {
      selected.set(rows.indexAt(position), on);
    }
  }

  private void told() {
    int count = 0;
    for (int position = 0; position < rows.size(); position++) {
      if (selected.get(rows.indexAt(position))) {
        count++;
      }
    }
    size.set(count);
    changes.set(changes.get() + 1);
  }
}
