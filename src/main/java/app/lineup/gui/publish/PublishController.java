package app.lineup.gui.publish;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.fx.UndoBar;
import java.time.Duration;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// Binds the view of publishing to its ViewModel. A button that goes with what it answers hands the focus to a neighbour
/// first: where JavaFX looks for the next one itself, the view is scrolled away.
public final class PublishController {

  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final PublishViewModel publish;
  private final ObservableValue<Boolean> running;
  private final Runnable toRun;

  @FXML private ResourceBundle resources;
  @FXML private Node root;
  @FXML private Node empty;
  @FXML private Node there;
  @FXML private Label channels;
  @FXML private Label facts;
  @FXML private Label logins;
  @FXML private TextField path;
  @FXML private Button save;
  @FXML private CheckBox everyRun;
  @FXML private Node question;
  @FXML private Label questionText;
  @FXML private Node saving;
  @FXML private ProgressBar progress;
  @FXML private Label saved;
  @FXML private FailureCard saveFailure;
  @FXML private TextField port;
  @FXML private Button startServing;
  @FXML private Button stop;
  @FXML private CheckBox withProgram;
  @FXML private Label portProblem;
  @FXML private Node portTaken;
  @FXML private FailureCard serverFailure;
  @FXML private Node on;
  @FXML private TextField address;
  @FXML private Button newAddress;
  @FXML private Node asking;
  @FXML private StackPane code;
  @FXML private SVGPath modules;
  @FXML private Node fetched;
  @FXML private TableView<FetchRow> fetches;
  @FXML private TableColumn<FetchRow, String> time;
  @FXML private TableColumn<FetchRow, String> client;
  @FXML private TableColumn<FetchRow, String> program;
  @FXML private TableColumn<FetchRow, String> answer;
  @FXML private TableColumn<FetchRow, String> bytes;
  @FXML private TableColumn<FetchRow, String> took;
  @FXML private TableView<VersionViewModel> versions;
  @FXML private TableColumn<VersionViewModel, String> made;
  @FXML private TableColumn<VersionViewModel, String> versionChannels;
  @FXML private TableColumn<VersionViewModel, String> size;
  @FXML private Button saveVersion;
  @FXML private Button useVersion;
  @FXML private UndoBar undo;
  @FXML private FailureCard versionFailure;

  /// @param running whether a run is under way, which may replace what is published at any moment
  /// @param toRun   shows the view of the run
  public PublishController(PublishViewModel publish, ObservableValue<Boolean> running, Runnable toRun) {
    this.publish = publish;
    this.running = running;
    this.toRun = toRun;
  }

  @FXML
  void initialize() {
    bindPublished(publish.published());
    bindSaving(publish.saving());
    bindServer(publish.server());
    bindVersions(publish.published().earlier());
    root.sceneProperty().subscribe(this::moved);
    FxClock.ticking(root, PERIOD, publish::sample);
  }

  /// The key works wherever the focus is, but only while this view is shown.
  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.getAccelerators().remove(SAVE);
    }
    if (now != null) {
      now.getAccelerators().put(SAVE, this::save);
    }
  }

  private void bindPublished(PublishedViewModel published) {
    present(empty, published.nothing());
    present(there, published.current().isNotNull());
    channels.textProperty().bind(published.channels());
    facts.textProperty().bind(published.facts());
    present(logins, published.logins());
  }

  private void bindSaving(SaveViewModel save) {
    path.textProperty().bindBidirectional(save.path());
    everyRun.selectedProperty().bindBidirectional(save.everyRun());
    this.save.disableProperty().bind(save.busy().or(path.textProperty().isEmpty()));
    questionText.textProperty().bind(save.question());
    present(question, save.question().isNotEmpty());
    present(saving, save.busy());
    progress.progressProperty().bind(save.progress());
    saved.textProperty().bind(save.said());
    present(saved, save.said().isNotEmpty());
    save.failure().subscribe(saveFailure::show);
  }

  private void bindServer(ServerViewModel server) {
    port.textProperty().bindBidirectional(server.port());
    port.disableProperty().bind(server.isOff().map(off -> !off));
    present(startServing, server.state().map(state -> state == ServerState.OFF || state == ServerState.STARTING));
    startServing.disableProperty().bind(port.disabledProperty());
    present(stop, startServing.visibleProperty().not());
    stop.disableProperty().bind(server.state().isNotEqualTo(ServerState.ON));
    withProgram.selectedProperty().bindBidirectional(server.startsWithProgram());
    portProblem.textProperty().bind(server.problem());
    present(portProblem, server.problem().isNotEmpty());
    server.failure().subscribe(serverFailure::show);
    present(portTaken, server.failure().isNotNull());
    address.textProperty().bind(server.address());
    present(on, server.address().isNotEmpty());
    present(asking, server.asking());
    server.address().subscribe(this::draw);
    fetches.setItems(server.fetches().rows());
    present(fetched, on.visibleProperty().or(Bindings.isNotEmpty(server.fetches().rows())));
    column(time, FetchRow::time);
    column(client, FetchRow::client);
    column(program, FetchRow::program);
    column(answer, FetchRow::answer);
    column(bytes, FetchRow::bytes);
    column(took, FetchRow::took);
  }

  private void bindVersions(EarlierViewModel earlier) {
    versions.setItems(earlier.rows());
    column(made, VersionViewModel::made);
    column(size, VersionViewModel::size);
    versionChannels.setCellValueFactory(row -> row.getValue().channels());
    var none = versions.getSelectionModel().selectedItemProperty().isNull();
    saveVersion.disableProperty().bind(none.or(publish.saving().busy()));
    useVersion.disableProperty().bind(
        Bindings.createBooleanBinding(() -> none.get() || running.getValue(), none, running));
    undo.offer(earlier.said(), earlier::undo);
    earlier.failure().subscribe(versionFailure::show);
  }

  private static <R> void column(TableColumn<R, String> column, Function<R, String> text) {
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
  }

  private static void present(Node part, ObservableValue<Boolean> when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(part.visibleProperty());
  }

  private void draw(String text) {
    if (!text.isEmpty()) {
      QrPath drawn = QrPath.of(text);
      modules.setContent(drawn.outline());
      code.setMinSize(drawn.side(), drawn.side());
      code.setMaxSize(drawn.side(), drawn.side());
    }
  }

  @FXML
  void showRun() {
    toRun.run();
  }

  @FXML
  void browse() {
    Dialogs.saveFile(root, resources.getString("choose.title"), resources.getString("choose.kind"),
        publish.saving().suggestion()).ifPresent(publish.saving()::choose);
  }

  @FXML
  void save() {
    publish.save();
  }

  @FXML
  void cancel() {
    publish.saving().cancel();
  }

  @FXML
  void replace() {
    save.requestFocus();
    publish.saving().replace();
  }

  @FXML
  void leave() {
    save.requestFocus();
    publish.saving().leave();
  }

  @FXML
  void start() {
    publish.server().start();
  }

  @FXML
  void startAnywhere() {
    withProgram.requestFocus();
    publish.server().startAnywhere();
  }

  @FXML
  void stop() {
    publish.server().stop();
  }

  @FXML
  void copyAddress() {
    Dialogs.copy(address.getText());
  }

  @FXML
  void askForNewAddress() {
    publish.server().askForNewAddress();
  }

  @FXML
  void makeNewAddress() {
    newAddress.requestFocus();
    publish.server().newAddress();
  }

  @FXML
  void keepAddress() {
    newAddress.requestFocus();
    publish.server().keepAddress();
  }

  @FXML
  void saveVersion() {
    ofSelected(version -> {
      var chosen = Dialogs.saveFile(root, resources.getString("choose.title"), resources.getString("choose.kind"),
          publish.saving().suggestion());
      chosen.ifPresent(file -> publish.save(version, file));
    });
  }

  @FXML
  void useVersion() {
    ofSelected(publish.published().earlier()::useAgain);
  }

  private void ofSelected(Consumer<VersionViewModel> action) {
    Optional.ofNullable(versions.getSelectionModel().getSelectedItem()).ifPresent(action);
  }
}
