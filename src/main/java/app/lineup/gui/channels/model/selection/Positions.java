package app.lineup.gui.channels.model.selection;

/// Which rows stand in the table, and where. A row has an index that stays the same however the table is narrowed. Not
/// thread-safe; used by the window's thread.
public interface Positions {

  /// How many rows there are.
  int size();

  /// The index of the row at a position.
  int indexAt(int position);

  /// The position of the row with an index, below 0 where it does not stand in the table.
  int positionOf(int index);
}
