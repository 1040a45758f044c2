package app.lineup.gui.rules.view;

import app.lineup.gui.rules.model.OfferedSet;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How a rule looks before it is taken in. Thread law: the window's thread.
final class OfferedRow {

  /// Nobody reads more before deciding.
  static final int MOST = 200;

  private OfferedRow() {}

  static VBox of(OfferedSet.Row row) {
    var kind = new Label(row.kind());
    kind.setMinWidth(HBox.USE_PREF_SIZE);
    var note = new Label(row.note());
    note.setWrapText(true);
    note.getStyleClass().add(row.wrong() ? "problem" : "muted");
    var head = new HBox(kind, note);
    head.getStyleClass().add("tools");
    var text = new Label(row.text());
    text.getStyleClass().add("code");
    var both = new VBox(head, text);
    both.setMinHeight(VBox.USE_PREF_SIZE);
    return both;
  }
}
