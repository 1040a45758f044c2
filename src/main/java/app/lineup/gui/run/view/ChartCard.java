package app.lineup.gui.run.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart with its title and legend, or what it will show while there is nothing to show yet. Not thread-safe; used
/// by the window's thread.
final class ChartCard extends VBox {

  /// A legend takes one line where it can.
  private static final double WIDEST = 1000;

  private final Label empty;
  private final StackPane body;

  /// An entry of a legend.
  ///
  /// @param style the style class of its colour
  record Entry(String name, String style) {}

  /// @param promise what it shows when there is something to show
  ChartCard(String title, List<Entry> legend, Plot plot, String promise) {
    getStyleClass().add("chart-card");
    var heading = new Label(title);
    heading.getStyleClass().add("row-title");
    heading.setMinWidth(Region.USE_PREF_SIZE);
    var entries = new FlowPane();
    entries.getStyleClass().add("legend");
    entries.setAlignment(Pos.TOP_RIGHT);
    entries.setPrefWrapLength(WIDEST);
    legend.forEach(entry -> entries.getChildren().add(entry(entry)));
    HBox.setHgrow(entries, Priority.ALWAYS);
    var top = new HBox(heading, entries);
    top.getStyleClass().add("chart-top");
    empty = new Label(promise);
    empty.getStyleClass().add("empty");
    empty.setWrapText(true);
    plot.visibleProperty().bind(empty.visibleProperty().not());
    entries.visibleProperty().bind(plot.visibleProperty());
    body = new StackPane(plot, empty);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(top, body);
  }

  /// Shows the chart, or the promise of it.
  void filled(boolean filled) {
    empty.setVisible(!filled);
  }

  private static HBox entry(Entry entry) {
    var colour = new Region();
    colour.getStyleClass().addAll("legend-colour", entry.style());
    var name = new Label(entry.name());
    name.getStyleClass().add("plot-label");
    var both = new HBox(colour, name);
    both.getStyleClass().add("legend-entry");
    return both;
  }
}
