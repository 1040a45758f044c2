package app.lineup.gui.rules.view;

import app.lineup.gui.rules.model.HelpRow;
import app.lineup.gui.rules.model.HelpViewModel;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Shows the reference of the rule language: names, what they mean, examples. Made when it is first seen. Not
/// thread-safe; used by the window's thread.
public final class HelpPane extends ScrollPane {

  public HelpPane() {
    setId("reference");
    setFitToWidth(true);
    getStyleClass().addAll("edge-to-edge", "reference");
    visibleProperty().subscribe(visible -> {
      if (visible && getContent() == null) {
        fill(new HelpViewModel());
      }
    });
  }

  private void fill(HelpViewModel model) {
    var grid = new GridPane();
    grid.getStyleClass().add("reference-rows");
    var names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    var says = new ColumnConstraints();
    says.setHgrow(Priority.ALWAYS);
    says.setPercentWidth(36);
    var examples = new ColumnConstraints();
    examples.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, says, examples);
    int line = 0;
    for (HelpRow row : model.rows()) {
      if (!row.heading().isEmpty()) {
        grid.add(label(row.heading(), "row-title"), 0, line++, 3, 1);
      }
      grid.addRow(line++, label(row.name(), "code"), label(row.says(), "muted"), label(row.example(), "code"));
    }
    setContent(grid);
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
