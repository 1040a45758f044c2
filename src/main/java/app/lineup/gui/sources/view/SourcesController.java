package app.lineup.gui.sources.view;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.fx.Presence;
import app.lineup.gui.fx.ViewKeys;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.SourcesViewModel;
import java.time.Duration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Binds the view of the sources to its ViewModel.
public final class SourcesController {

  private static final Duration SAMPLE_PERIOD = Duration.ofMillis(250);
  private static final Duration AGE_PERIOD = Duration.ofSeconds(20);
  private static final KeyCombination REFRESH_ALL =
      new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final SourcesViewModel sources;
  private final Runnable toRun;

  @FXML private ResourceBundle resources;
  @FXML private Node root;
  @FXML private Node welcome;
  @FXML private TextField address;
  @FXML private Button add;
  @FXML private Label problem;
  @FXML private ListView<SourceViewModel> list;
  @FXML private Button refreshAll;
  @FXML private Button up;
  @FXML private Button down;
  @FXML private Node teach;
  @FXML private StackPane right;

  /// @param toRun shows the view of the run
  public SourcesController(SourcesViewModel sources, Runnable toRun) {
    this.sources = sources;
    this.toRun = toRun;
  }

  @FXML
  void initialize() {
    Presence.bind(welcome, sources.onlySample());
    address.textProperty().bindBidirectional(sources.adding().address());
    address.addEventFilter(KeyEvent.KEY_PRESSED, this::pasteSeveral);
    add.disableProperty().bind(address.textProperty().map(String::isBlank));
    problem.textProperty().bind(sources.adding().problem());
    Presence.bind(problem, problem.textProperty().map(text -> !text.isEmpty()));
    list.setItems(sources.rows());
    list.setCellFactory(view -> new SourceCell(sources));
    list.setOnKeyPressed(this::pressed);
    var details = new SourceDetails(sources, resources);
    right.getChildren().add(details);
    sources.rows().subscribe(this::showMoves);
    sources.selected().subscribe(row -> {
      list.getSelectionModel().select(row);
      details.show(row);
      teach.setVisible(row == null);
      showMoves();
    });
    list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> sources.selected().set(now));
    ViewKeys.bind(root, REFRESH_ALL, this::refreshAll);
    FxClock.ticking(root, SAMPLE_PERIOD, sources::sample);
    FxClock.ticking(root, AGE_PERIOD, sources::tick);
  }

  private void showMoves() {
    SourceViewModel row = sources.selected().get();
    up.setDisable(!sources.canMove(row, -1));
    down.setDisable(!sources.canMove(row, 1));
    refreshAll.setDisable(sources.rows().isEmpty());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      ofSelected(sources::remove);
    } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      up();
      event.consume();
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      down();
      event.consume();
    }
  }

  /// A text field would make one line of several.
  private void pasteSeveral(KeyEvent event) {
    if (PASTE.match(event) && Dialogs.pastedText().lines().filter(line -> !line.isBlank()).count() > 1) {
      sources.adding().addPasted(List.of(), Dialogs.pastedText());
      event.consume();
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
  void refreshAll() {
    sources.refreshAll();
  }

  @FXML
  void up() {
    ofSelected(row -> sources.move(row, -1));
  }

  @FXML
  void down() {
    ofSelected(row -> sources.move(row, 1));
  }

  @FXML
  void showRun() {
    toRun.run();
  }

  private void ofSelected(Consumer<SourceViewModel> action) {
    SourceViewModel row = sources.selected().get();
    if (row != null) {
      action.accept(row);
    }
  }
}
