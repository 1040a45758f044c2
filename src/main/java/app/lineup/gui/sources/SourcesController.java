package app.lineup.gui.sources;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.fx.UndoBar;
import java.time.Duration;
import java.util.ResourceBundle;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Binds the view of the sources to its ViewModel.
public final class SourcesController {

  private static final Duration PERIOD = Duration.ofMillis(250);

  private final SourcesViewModel sources;
  private final Runnable toRun;
  private Subscription shown = Subscription.EMPTY;

  @FXML private ResourceBundle resources;
  @FXML private Node root;
  @FXML private Node welcome;
  @FXML private TextField address;
  @FXML private Button add;
  @FXML private Label problem;
  @FXML private ListView<SourceViewModel> list;
  @FXML private UndoBar undo;
  @FXML private VBox details;
  @FXML private Label name;
  @FXML private Label place;
  @FXML private Label state;
  @FXML private Button again;
  @FXML private Button stop;
  @FXML private FailureCard failure;
  @FXML private TabPane found;
  @FXML private TableView<Oddity> oddities;
  @FXML private TableColumn<Oddity, String> line;
  @FXML private TableColumn<Oddity, String> what;
  @FXML private TableColumn<Oddity, String> done;
  @FXML private TableColumn<Oddity, String> excerpt;
  @FXML private TableView<Share> groups;
  @FXML private TableColumn<Share, String> group;
  @FXML private TableColumn<Share, String> groupChannels;
  @FXML private TableView<Share> types;
  @FXML private TableColumn<Share, String> type;
  @FXML private TableColumn<Share, String> typeChannels;

  /// @param toRun shows the view of the run
  public SourcesController(SourcesViewModel sources, Runnable toRun) {
    this.sources = sources;
    this.toRun = toRun;
  }

  @FXML
  void initialize() {
    present(welcome, sources.onlySample());
    address.textProperty().bindBidirectional(sources.adding().address());
    add.disableProperty().bind(address.textProperty().map(String::isBlank));
    problem.textProperty().bind(sources.adding().problem());
    present(problem, problem.textProperty().map(text -> !text.isEmpty()));
    list.setItems(sources.rows());
    list.setCellFactory(view -> new SourceCell());
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DELETE) {
        remove();
      }
    });
    undo.offer(sources.undoText(), sources::undo);
    column(line, Oddity::line);
    column(what, Oddity::found);
    column(done, Oddity::done);
    column(excerpt, Oddity::detail);
    column(group, Share::name);
    column(groupChannels, Share::channels);
    column(type, Share::name);
    column(typeChannels, Share::channels);
    sources.selected().subscribe(row -> {
      list.getSelectionModel().select(row);
      show(row);
    });
    list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> sources.selected().set(now));
    FxClock.ticking(root, PERIOD, sources::sample);
  }

  private static <R> void column(TableColumn<R, String> column, Function<R, String> text) {
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
  }

  private static void present(Node part, javafx.beans.value.ObservableValue<Boolean> when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(part.visibleProperty());
  }

  private void show(@Nullable SourceViewModel row) {
    shown.unsubscribe();
    state.textProperty().unbind();
    details.setVisible(row != null);
    shown = Subscription.EMPTY;
    if (row != null) {
      name.setText(row.name());
      place.setText(row.place());
      state.textProperty().bind(row.stateText());
      shown = row.state().subscribe(now -> show(row, now));
    }
  }

  private void show(SourceViewModel row, State now) {
    again.setDisable(now == State.COUNTING);
    stop.setDisable(now != State.COUNTING);
    failure.show(row.failure());
    boolean known = now == State.OK || now == State.EMPTY;
    found.setVisible(known);
    if (known) {
      oddities.getItems().setAll(row.oddities());
      groups.getItems().setAll(row.groups());
      types.getItems().setAll(row.types());
    }
  }

  @FXML
  void addFiles() {
    sources.adding().addFiles(Dialogs.openFiles(root, resources.getString("choose.title"),
        resources.getString("choose.lists"), resources.getString("choose.all")));
  }

  @FXML
  void addAddress() {
    sources.adding().addAddress();
  }

  @FXML
  void look() {
    ofSelected(sources::look);
  }

  @FXML
  void stop() {
    ofSelected(sources::stop);
  }

  @FXML
  void remove() {
    ofSelected(sources::remove);
  }

  @FXML
  void showRun() {
    toRun.run();
  }

  private void ofSelected(java.util.function.Consumer<SourceViewModel> action) {
    SourceViewModel row = sources.selected().get();
    if (row != null) {
      action.accept(row);
    }
  }
}
