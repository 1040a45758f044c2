package app.lineup.gui.channels.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A row of the table, made while it may be seen. Not thread-safe; used by the window's thread.
public final class RowViewModel {

  private final int index;
  private final ReadOnlyObjectWrapper<RowText> text = new ReadOnlyObjectWrapper<>(RowText.WAITING);

  /// @param index the channel's index in the lineup
  RowViewModel(int index) {
    this.index = index;
  }

  int index() {
    return index;
  }

  /// What it says; placeholders until the channel was read.
  public ReadOnlyObjectProperty<RowText> text() {
    return text.getReadOnlyProperty();
  }

  void show(RowText read) {
    text.set(read);
  }
}
