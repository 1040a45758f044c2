package app.lineup.gui.rules.view;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A small sign in a row with a sentence behind it. Takes no room without one. Not thread-safe; used by the window's
/// thread.
final class MarkLabel extends Label {

  private final Region icon = new Region();
  private final Tooltip tip = new Tooltip();

  MarkLabel() {
    icon.getStyleClass().add("mark-icon");
    setGraphic(icon);
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    setTooltip(tip);
    setMinWidth(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    hide();
  }

  void hide() {
    setVisible(false);
    setAccessibleText("");
  }

  /// @param style what it looks like
  /// @param text  beside the sign; may be empty
  /// @param tells what it means
  void show(String style, String text, String tells) {
    getStyleClass().setAll("label", "mark", style);
    setText(text);
    tip.setText(tells);
    setAccessibleText(tells);
    setVisible(true);
  }
}
