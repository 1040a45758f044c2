package app.lineup.gui.rules.view;

import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.rules.model.PreviewFoundViewModel;
import app.lineup.gui.rules.model.PreviewRow;
import app.lineup.gui.rules.model.RulePreviewViewModel;
import app.lineup.gui.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows what a rule does to the lists. Takes no room where there is nothing to show. Not thread-safe; used by the
/// window's thread.
public final class PreviewPane extends VBox {

  private final Texts texts = Texts.of("rules");
  private final Label says = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final Label remarks = new Label();
  private final FailureCard failure = new FailureCard();
  private final TableView<PreviewRow> table = new TableView<>();

  public PreviewPane() {
    getStyleClass().add("preview");
    says.setId("matching");
    says.getStyleClass().add("row-title");
    says.setWrapText(true);
    says.setMinHeight(USE_PREF_SIZE);
    busy.getStyleClass().add("busy");
    remarks.setId("previewRemarks");
    remarks.getStyleClass().add("muted");
    remarks.setWrapText(true);
    remarks.setMinHeight(USE_PREF_SIZE);
    table.setId("previewRows");
    table.getStyleClass().addAll("striped", "dense");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    VBox.setVgrow(table, Priority.ALWAYS);
    var line = new HBox(says, busy);
    line.getStyleClass().add("tools");
    line.setAlignment(Pos.CENTER_LEFT);
    says.visibleProperty().bind(line.visibleProperty());
    present(line, says.textProperty().map(text -> !text.isEmpty()));
    present(remarks, remarks.textProperty().map(text -> !text.isEmpty()));
    getChildren().addAll(line, remarks, failure, table);
  }

  /// Shows what `preview` finds, while it can be seen.
  void show(RulePreviewViewModel preview) {
    PreviewFoundViewModel found = preview.found();
    says.textProperty().bind(found.says());
    remarks.textProperty().bind(found.remarks());
    busy.visibleProperty().bind(found.counting());
    found.failure().subscribe(failure::show);
    table.setItems(found.rows());
    found.rows().subscribe(() -> table.setVisible(!found.rows().isEmpty()));
    table.setVisible(!found.rows().isEmpty());
    table.managedProperty().bind(table.visibleProperty());
    addColumns(found.changes());
    sceneProperty().subscribe(scene -> preview.open(scene != null));
  }

  private void addColumns(ObservableValue<Boolean> changes) {
    TableColumn<PreviewRow, String> after = column(texts.get("column.after"), 240, PreviewRow::after);
    after.getStyleClass().add("after");
    var fields = List.of(
        column(texts.get("column.channel"), 240, PreviewRow::channel),
        column(texts.get("column.field"), 130, PreviewRow::field),
        column(texts.get("column.before"), 240, PreviewRow::before),
        after);
    var fates = List.of(
        column(texts.get("column.channel"), 300, PreviewRow::channel),
        column(texts.get("column.group"), 220, PreviewRow::group),
        column(texts.get("column.outcome"), 260, PreviewRow::outcome));
    changes.subscribe(now -> table.getColumns().setAll(now ? fields : fates));
  }

  private static TableColumn<PreviewRow, String> column(
      String title, double width, Function<PreviewRow, String> text) {
    var column = new TableColumn<PreviewRow, String>(title);
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }

  private static void present(Node part, ObservableValue<Boolean> when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(part.visibleProperty());
  }
}
