package app.lineup.gui.rules.model;

import app.lineup.model.RuleKind;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Where rows may stand: rules above filters. Not thread-safe; used by the window's thread.
public final class RuleOrder {

  private final List<RuleViewModel> rows;

  /// @param rows all rows as they are now
  RuleOrder(List<RuleViewModel> rows) {
    this.rows = rows;
  }

  /// The index at which a new row of this kind is put: below `above` where that is one of them, else as their last.
  int place(RuleKind kind, @Nullable RuleViewModel above) {
    boolean near = above != null && rows.contains(above) && above.kind().get().isFilter() == kind.isFilter();
    return near ? rows.indexOf(above) + 1 : kind.isFilter() ? rows.size() : firstFilter();
  }

  /// Whether a row can change places with the one above (`by` -1) or below (1).
  public boolean canMove(@Nullable RuleViewModel row, int by) {
    int from = rows.indexOf(row);
    return row != null && from >= 0 && nearest(row, from + by) == from + by;
  }

  /// The index that a row has when it is dropped in a gap: 0 is the one above the first row, 1 the one below it. Empty
  /// where it is already, or among rows of the other kind.
  public OptionalInt landing(RuleViewModel row, int gap) {
    int from = rows.indexOf(row);
    int to = gap > from ? gap - 1 : gap;
    boolean moves = from >= 0 && to != from && to == nearest(row, to);
    return moves ? OptionalInt.of(to) : OptionalInt.empty();
  }

  /// The index nearest to `index` at which a row of the list can be.
  int nearest(RuleViewModel row, int index) {
    boolean filter = row.kind().get().isFilter();
    return Math.clamp(index, filter ? firstFilter() : 0, (filter ? rows.size() : firstFilter()) - 1);
  }

  private int firstFilter() {
    return (int) rows.stream().filter(row -> !row.kind().get().isFilter()).count();
  }
}
