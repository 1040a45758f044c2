package app.lineup.gui.sources.view;

import app.lineup.gui.sources.model.Oddity;
import app.lineup.gui.sources.model.Share;
import app.lineup.gui.sources.model.SourceViewModel;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What was found in a list: its groups, its types, its oddities, a tab each.
final class FoundTabs extends TabPane {

  private final ResourceBundle words;
  private final TableView<Share> groups = new TableView<>();
  private final TableView<Share> types = new TableView<>();
  private final TableView<Oddity> oddities = new TableView<>();

  FoundTabs(ResourceBundle words) {
    this.words = words;
    setId("found");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    managedProperty().bind(visibleProperty());
    shares(groups, words.getString("column.group"));
    shares(types, words.getString("column.type"));
    oddities.getColumns().setAll(List.of(
        number(words.getString("column.line"), 90, Oddity::line),
        text(words.getString("column.found"), 240, Oddity::found),
        text(words.getString("column.done"), 240, Oddity::done),
        text(words.getString("column.excerpt"), 200, Oddity::detail)));
    dress(oddities, words.getString("oddities.empty"));
    oddities.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    getTabs().setAll(
        new Tab(words.getString("tab.groups"), groups),
        new Tab(words.getString("tab.types"), types),
        new Tab(words.getString("tab.oddities"), oddities));
  }

  void show(SourceViewModel row) {
    groups.getItems().setAll(row.groups());
    types.getItems().setAll(row.types());
    oddities.getItems().setAll(row.oddities());
    getTabs().get(0).setText(words.getString("tab.groups") + counted(groups));
    getTabs().get(2).setText(words.getString("tab.oddities") + counted(oddities));
  }

  private static String counted(TableView<?> table) {
    return table.getItems().isEmpty() ? "" : " (" + table.getItems().size() + ")";
  }

  private void shares(TableView<Share> table, String of) {
    table.getColumns().setAll(List.of(
        text(of, 400, Share::name), number(words.getString("column.channels"), 120, Share::channels)));
    dress(table, words.getString("groups.empty"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  private static void dress(TableView<?> table, String empty) {
    table.getStyleClass().addAll("striped", "dense");
    var placeholder = new Label(empty);
    placeholder.getStyleClass().add("empty");
    table.setPlaceholder(placeholder);
  }

  private static <R> TableColumn<R, String> text(String title, double width, Function<R, String> text) {
    var column = new TableColumn<R, String>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    return column;
  }

  private static <R> TableColumn<R, String> number(String title, double width, Function<R, String> text) {
    TableColumn<R, String> column = text(title, width, text);
    column.getStyleClass().add("number");
    column.setMinWidth(width * 0.75);
    column.setMaxWidth(width * 1.2);
    return column;
  }
}
