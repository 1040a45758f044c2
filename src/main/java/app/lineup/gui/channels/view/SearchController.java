package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.ChannelsViewModel;
import app.lineup.gui.channels.model.RowText;
import app.lineup.gui.channels.model.RowsViewModel;
import app.lineup.gui.channels.model.SearchViewModel;
import app.lineup.gui.channels.model.Slot;
import app.lineup.gui.channels.model.selection.Selection;
import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.Presence;
import java.util.ResourceBundle;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Binds the search field and the table of what it finds to their ViewModels.
final class SearchController {

  private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// So wide must the table be for a column to be shown.
  private static final double FOR_TYPE = 460;
  private static final double FOR_ID = 540;
  private static final double FOR_SOURCE = 640;

  private final ChannelsViewModel channels;

  @FXML private ResourceBundle resources;
  @FXML private TextField search;
  @FXML private Label count;
  @FXML private Label selected;
  @FXML private Node wrong;
  @FXML private Label what;
  @FXML private Hyperlink suggestion;
  @FXML private TableView<Slot> table;
  @FXML private ScrollBar bar;
  @FXML private Label noHits;
  @FXML private TableColumn<Slot, String> number;
  @FXML private TableColumn<Slot, String> name;
  @FXML private TableColumn<Slot, String> group;
  @FXML private TableColumn<Slot, String> id;
  @FXML private TableColumn<Slot, String> type;
  @FXML private TableColumn<Slot, String> source;

  SearchController(ChannelsViewModel channels) {
    this.channels = channels;
  }

  @FXML
  void initialize() {
    bindSearch(channels.search());
    bindColumns();
    bindTable();
  }

  private void bindSearch(SearchViewModel model) {
    search.textProperty().bindBidirectional(model.text());
    var meaning = new Tooltip();
    meaning.setWrapText(true);
    meaning.setMaxWidth(520);
    meaning.textProperty().bind(model.meaning());
    search.tooltipProperty().bind(model.meaning().map(text -> text.isEmpty() ? null : meaning));
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        search.clear();
        event.consume();
      } else if (event.getCode() == KeyCode.DOWN) {
        table.requestFocus();
        event.consume();
      }
    });
    count.textProperty().bind(model.count());
    Presence.bind(wrong, model.mistake().map(mistake -> true).orElse(false));
    suggestion.managedProperty().bind(suggestion.visibleProperty());
    model.mistake().subscribe(mistake -> {
      if (mistake != null) {
        what.setText(mistake.what());
        suggestion.setVisible(!mistake.suggestion().isEmpty());
        suggestion.setText(resources.getString("suggestion").replace("{0}", mistake.suggestion()));
      }
    });
    noHits.textProperty().bind(Bindings.createStringBinding(
        () -> resources.getString(model.searching().get() ? "searching" : model.mistake()
            .get() != null ? "not-searched" : "no-hits"),
        model.searching(), model.mistake()));
  }

  private void bindColumns() {
    column(number, RowText::number);
    column(name, RowText::name);
    column(group, RowText::group);
    column(id, RowText::id);
    column(type, RowText::type);
    column(source, RowText::source);
    type.visibleProperty().bind(table.widthProperty().greaterThan(FOR_TYPE));
    id.visibleProperty().bind(table.widthProperty().greaterThan(FOR_ID));
    source.visibleProperty().bind(table.widthProperty().greaterThan(FOR_SOURCE));
  }

  private void bindTable() {
    Selection selection = channels.selection();
    var rows = new LongTable(table, bar, selection);
    var _ = new RowInput(table, rows, selection, this::size);
    rows.show(channels.search().rows().get());
    channels.search().rows().subscribe((before, now) -> {
      rows.show(now);
      if (now != null && !now.answersTheSameAs(before)) {
        rows.goTo(Math.max(0, selection.focusPosition()));
      }
    });
    table.setOnKeyPressed(event -> {
      Slot row = table.getSelectionModel().getSelectedItem();
      if (COPY.match(event) && row != null) {
        Dialogs.copy(row.text().get().name());
        event.consume();
      }
    });
    selected.textProperty().bind(channels.selectedWords());
  }

  private int size() {
    RowsViewModel rows = channels.search().rows().get();
    return rows == null ? 0 : rows.size();
  }

  private static void column(TableColumn<Slot, String> column, Function<RowText, String> text) {
    column.setCellValueFactory(row -> row.getValue().text().map(text));
  }

  /// Goes to the search field, as if to write something else there.
  void focus() {
    search.requestFocus();
    search.selectAll();
  }

  @FXML
  void takeSuggestion() {
    channels.search().takeSuggestion();
    search.requestFocus();
    search.end();
  }
}
