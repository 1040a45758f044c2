package app.lineup.gui.channels;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.fx.FxClock;
import java.time.Duration;
import java.util.ResourceBundle;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Binds the view of channels to its ViewModel.
public final class ChannelsController {

  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination RELOAD = new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// So wide must the table be for a column to be shown.
  private static final double FOR_TYPE = 460;
  private static final double FOR_ID = 540;
  private static final double FOR_SOURCE = 640;

  private final ChannelsViewModel channels;
  private final Runnable toSources;
  private final Runnable toRules;
  private boolean adjusting;

  @FXML private ResourceBundle resources;
  @FXML private Node root;
  @FXML private Label state;
  @FXML private Button cancel;
  @FXML private Button update;
  @FXML private Node progress;
  @FXML private FailureCard failure;
  @FXML private SplitPane panes;
  @FXML private TextField groupFilter;
  @FXML private ListView<GroupRow> groups;
  @FXML private Label otherGroups;
  @FXML private TextField search;
  @FXML private Label count;
  @FXML private ToggleButton showDetails;
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
  @FXML private Node details;
  @FXML private ScrollPane detailsScroll;
  @FXML private Button copyEntry;
  @FXML private Node empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Button emptyAction;

  /// @param toSources shows the view where lists are added
  /// @param toRules   shows the view of rules and filters
  public ChannelsController(ChannelsViewModel channels, Runnable toSources, Runnable toRules) {
    this.channels = channels;
    this.toSources = toSources;
    this.toRules = toRules;
  }

  @FXML
  void initialize() {
    bindState();
    bindGroups();
    bindSearch();
    bindTable();
    bindDetails();
    EventHandler<KeyEvent> keys = this::pressed;
    root.sceneProperty().subscribe((before, now) -> {
      if (before != null) {
        before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
      }
      if (now != null) {
        now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
      }
    });
    FxClock.ticking(root, PERIOD, channels.lineup()::sample);
  }

  private void bindState() {
    var lineup = channels.lineup();
    lineup.failure().subscribe(failure::show);
    lineup.freshness().subscribe(now -> {
      state.textProperty().unbind();
      state.setText(now == Freshness.OUT_OF_DATE ? resources.getString("out-of-date") : "");
      if (now == Freshness.UPDATING) {
        state.textProperty().bind(lineup.progress());
      }
      state.getStyleClass().setAll("label", now == Freshness.OUT_OF_DATE ? "stale" : "muted");
    });
    present(cancel, lineup.freshness().map(now -> now == Freshness.UPDATING));
    present(update, lineup.freshness().map(now -> now == Freshness.OUT_OF_DATE || now == Freshness.NONE));
    // Keeps its place, so that nothing below moves when it comes and goes.
    progress.visibleProperty().bind(lineup.freshness().isEqualTo(Freshness.UPDATING));
    panes.visibleProperty().bind(channels.empty().isEqualTo(Empty.NOT));
    empty.visibleProperty().bind(panes.visibleProperty().not());
    channels.empty().subscribe(this::showEmpty);
  }

  private void showEmpty(Empty why) {
    boolean offers = why == Empty.NO_SOURCES || why == Empty.NO_CHANNELS;
    emptyAction.setVisible(offers);
    if (why != Empty.NOT) {
      emptyTitle.setText(resources.getString("empty." + why.word()));
      emptyText.setText(resources.getString("empty.text." + why.word()));
    }
    if (offers) {
      emptyAction.setText(resources.getString("to." + why.word()));
      emptyAction.setOnAction(event -> (why == Empty.NO_SOURCES ? toSources : toRules).run());
    }
  }

  private void bindGroups() {
    var model = channels.groups();
    groups.setItems(model.rows());
    groups.setCellFactory(view -> new GroupCell());
    groupFilter.textProperty().bindBidirectional(model.filter());
    present(groupFilter, model.many());
    otherGroups.textProperty().bind(model.others());
    present(otherGroups, model.others().isNotEmpty());
    model.rows().subscribe(this::selectGroup);
    model.selected().subscribe(now -> selectGroup());
    groups.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
      if (!adjusting && now != null) {
        model.select(now);
      }
    });
    groupFilter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        groupFilter.clear();
        event.consume();
      }
    });
  }

  private void selectGroup() {
    adjusting = true;
    groups.getSelectionModel().select(channels.groups().rows().indexOf(channels.groups().selected().get()));
    adjusting = false;
  }

  private void bindSearch() {
    var model = channels.search();
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
    present(wrong, model.mistake().map(mistake -> true).orElse(false));
    suggestion.managedProperty().bind(suggestion.visibleProperty());
    model.mistake().subscribe(mistake -> {
      if (mistake != null) {
        what.setText(mistake.what());
        suggestion.setVisible(!mistake.suggestion().isEmpty());
        suggestion.setText(resources.getString("suggestion").replace("{0}", mistake.suggestion()));
      }
    });
    noHits.textProperty().bind(Bindings.createStringBinding(
        () -> resources.getString(model.searching().get() ? "searching" : model.mistake().get() != null ? "not-searched" : "no-hits"),
        model.searching(), model.mistake()));
  }

  private void bindTable() {
    column(number, RowText::number);
    column(name, RowText::name);
    column(group, RowText::group);
    column(id, RowText::id);
    column(type, RowText::type);
    column(source, RowText::source);
    type.visibleProperty().bind(table.widthProperty().greaterThan(FOR_TYPE));
    id.visibleProperty().bind(table.widthProperty().greaterThan(FOR_ID));
    source.visibleProperty().bind(table.widthProperty().greaterThan(FOR_SOURCE));
    var rows = new LongTable(table, bar, channels::select);
    rows.show(channels.search().rows().get());
    channels.search().rows().subscribe((before, now) -> {
      rows.show(now);
      if (now != null && !now.answersTheSameAs(before)) {
        rows.goTo(Math.max(0, position()));
      }
    });
    // More rows may bring the selected one.
    channels.search().count().subscribe(now -> rows.select(position()));
    channels.selected().subscribe(now -> rows.select(position()));
    table.setOnKeyPressed(event -> {
      Slot row = table.getSelectionModel().getSelectedItem();
      if (COPY.match(event) && row != null) {
        Dialogs.copy(row.text().get().name());
        event.consume();
      }
    });
  }

  private static void column(TableColumn<Slot, String> column, Function<RowText, String> text) {
    column.setCellValueFactory(row -> row.getValue().text().map(text));
  }

  /// Where the selected channel stands, below 0 where it does not.
  private int position() {
    RowsViewModel rows = channels.search().rows().get();
    int index = channels.selected().get();
    return rows == null || index < 0 ? -1 : rows.positionOf(index);
  }

  private void bindDetails() {
    var pane = new DetailsPane(resources);
    detailsScroll.setContent(pane);
    channels.details().shown().subscribe(pane::show);
    showDetails.visibleProperty().bind(panes.visibleProperty());
    copyEntry.disableProperty().bind(channels.details().shown().isNull());
    showDetails.selectedProperty().subscribe((before, now) -> {
      if (now) {
        panes.getItems().add(details);
      } else {
        panes.getItems().remove(details);
      }
    });
  }

  private static void present(Node part, ObservableValue<Boolean> when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(part.visibleProperty());
  }

  private void pressed(KeyEvent event) {
    if (FIND.match(event)) {
      search.requestFocus();
      search.selectAll();
      event.consume();
    } else if (RELOAD.match(event) || event.getCode() == KeyCode.F5) {
      update();
      event.consume();
    }
  }

  @FXML
  void update() {
    channels.lineup().update();
  }

  @FXML
  void cancel() {
    channels.lineup().cancel();
  }

  @FXML
  void takeSuggestion() {
    channels.search().takeSuggestion();
    search.requestFocus();
    search.end();
  }

  @FXML
  void copyEntry() {
    var shown = channels.details().shown().get();
    if (shown != null) {
      Dialogs.copy(shown.entry());
    }
  }
}
