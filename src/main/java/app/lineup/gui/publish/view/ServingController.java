package app.lineup.gui.publish.view;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.fx.Presence;
import app.lineup.gui.publish.model.FetchRow;
import app.lineup.gui.publish.model.FetchesViewModel;
import app.lineup.gui.publish.model.QrPath;
import app.lineup.gui.publish.model.ServerState;
import app.lineup.gui.publish.model.ServerViewModel;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// Binds the panel of the server to its ViewModel. A button that goes with what it answers hands the focus to a
/// neighbour first: where JavaFX looks for the next one itself, the view is scrolled away.
final class ServingController {

  private final ServerViewModel server;

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

  ServingController(ServerViewModel server) {
    this.server = server;
  }

  @FXML
  void initialize() {
    port.textProperty().bindBidirectional(server.port());
    port.disableProperty().bind(server.isOff().map(off -> !off));
    Presence.bind(
        startServing, server.state().map(state -> state == ServerState.OFF || state == ServerState.STARTING));
    startServing.disableProperty().bind(port.disabledProperty());
    Presence.bind(stop, startServing.visibleProperty().not());
    stop.disableProperty().bind(server.state().isNotEqualTo(ServerState.ON));
    withProgram.selectedProperty().bindBidirectional(server.startsWithProgram());
    portProblem.textProperty().bind(server.problem());
    Presence.bind(portProblem, server.problem().isNotEmpty());
    server.failure().subscribe(serverFailure::show);
    Presence.bind(portTaken, server.failure().isNotNull());
    address.textProperty().bind(server.address());
    Presence.bind(on, server.address().isNotEmpty());
    Presence.bind(asking, server.asking());
    server.address().subscribe(this::draw);
    bindFetches(server.fetches());
  }

  private void bindFetches(FetchesViewModel model) {
    fetches.setItems(model.rows());
    Presence.bind(fetched, on.visibleProperty().or(Bindings.isNotEmpty(model.rows())));
    column(time, FetchRow::time);
    column(client, FetchRow::client);
    column(program, FetchRow::program);
    column(answer, FetchRow::answer);
    column(bytes, FetchRow::bytes);
    column(took, FetchRow::took);
  }

  private static void column(TableColumn<FetchRow, String> column, Function<FetchRow, String> text) {
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
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
  void start() {
    server.start();
  }

  @FXML
  void startAnywhere() {
    withProgram.requestFocus();
    server.startAnywhere();
  }

  @FXML
  void stop() {
    server.stop();
  }

  @FXML
  void copyAddress() {
    Dialogs.copy(address.getText());
  }

  @FXML
  void askForNewAddress() {
    server.askForNewAddress();
  }

  @FXML
  void makeNewAddress() {
    newAddress.requestFocus();
    server.newAddress();
  }

  @FXML
  void keepAddress() {
    newAddress.requestFocus();
    server.keepAddress();
  }
}
