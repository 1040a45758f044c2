package app.lineup.gui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Whether a part of a view is there; one that is not takes no room. Not thread-safe; used by the window's thread.
public final class Presence {

  private Presence() {}

  /// Has `part` there while `when` is true.
  public static void bind(Node part, ObservableValue<Boolean> when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(part.visibleProperty());
  }
}
