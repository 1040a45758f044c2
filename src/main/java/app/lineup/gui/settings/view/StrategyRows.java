package app.lineup.gui.settings.view;

import app.lineup.gui.settings.model.StrategiesViewModel;
import app.lineup.gui.settings.model.StrategyViewModel;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/// A line for each stage, with what it can be done with. Not thread-safe; used by the window's thread.
final class StrategyRows {

  private StrategyRows() {}

  /// @param automatic what the choice is called that leaves it to the program
  static void fill(GridPane grid, StrategiesViewModel strategies, String automatic) {
    int line = 0;
    for (StrategyViewModel row : strategies.rows()) {
      var box = new ComboBox<String>();
      box.getItems().setAll(row.names());
      box.setMaxWidth(Double.MAX_VALUE);
      box.setConverter(new Named(automatic));
      box.valueProperty().bindBidirectional(row.chosen());
      var name = new Label(row.stage());
      name.setLabelFor(box);
      grid.addRow(line++, name, box);
    }
  }

  /// A strategy's name is the same in every language.
  private static final class Named extends StringConverter<String> {

    private final String automatic;

    Named(String automatic) {
      this.automatic = automatic;
    }

    @Override
    public String toString(String name) {
      return name == null || name.isEmpty() ? automatic : name;
    }

    @Override
    public String fromString(String shown) {
      return shown.equals(automatic) ? "" : shown;
    }
  }
}
