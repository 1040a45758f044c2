package app.lineup.gui.channels.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// A place of the table, which shows one row after the other. Not thread-safe; used by the window's thread.
public final class Slot {

  private final ReadOnlyObjectWrapper<RowText> text = new ReadOnlyObjectWrapper<>(RowText.WAITING);
  private Subscription showing = Subscription.EMPTY;

  /// What the row says that is shown here.
  public ReadOnlyObjectProperty<RowText> text() {
    return text.getReadOnlyProperty();
  }

  /// Shows another row.
  public void show(RowViewModel row) {
    showing.unsubscribe();
    showing = row.text().subscribe(text::set);
  }

  /// Lets go of the row.
  public void close() {
    showing.unsubscribe();
  }
}
