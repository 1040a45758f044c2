package app.lineup.gui.fx;

import javafx.scene.Node;
import javafx.scene.input.KeyCombination;

/// Keys that work wherever the focus is, but only while their view is shown. Not thread-safe; used by the window's
/// thread.
public final class ViewKeys {

  private ViewKeys() {}

  /// Has `keys` do `action` while `view` is in a window.
  public static void bind(Node view, KeyCombination keys, Runnable action) {
    view.sceneProperty().subscribe((before, now) -> {
      if (before != null) {
        // The view that comes next may have taken the same keys by now.
        before.getAccelerators().remove(keys, action);
      }
      if (now != null) {
        now.getAccelerators().put(keys, action);
      }
    });
  }
}
