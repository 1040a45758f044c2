package app.lineup.gui.shell.view;

import app.lineup.gui.document.Undo;
import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.fx.UndoBar;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.shell.model.ShellViewModel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Binds the window's frame to its ViewModel. A view is made when it is shown first.
public final class ShellController {

  private static final Duration MEMORY_PERIOD = Duration.ofSeconds(1);
  private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination HISTORY = new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final ShellViewModel shell;
  private final Undo changes;
  private final Function<Room, Node> views;
  private final Map<Room, Node> made = new EnumMap<>(Room.class);

  @FXML private ResourceBundle resources;
  @FXML private BorderPane root;
  @FXML private StackPane content;
  @FXML private ToggleGroup rooms;
  @FXML private Label lastRun;
  @FXML private UndoBar undo;
  @FXML private Hyperlink history;
  @FXML private Hyperlink server;
  @FXML private Label memory;
  @FXML private Pane notice;
  @FXML private Label noticeText;
  @FXML private Label pressure;
  @FXML private Tooltip pressureHint;

  /// @param changes what can be undone, in every view
  /// @param views   makes the view of a room
  public ShellController(ShellViewModel shell, Undo changes, Function<Room, Node> views) {
    this.shell = shell;
    this.changes = changes;
    this.views = views;
  }

  @FXML
  void initialize() {
    lastRun.textProperty().bind(shell.lastRun());
    server.textProperty().bind(shell.server());
    undo.offer(changes.said(), changes.offered(), changes::undo);
    memory.textProperty().bind(shell.memory());
    pressure.textProperty().bind(shell.pressureName());
    pressureHint.textProperty().bind(shell.pressureHint());
    shell.pressure().subscribe((before, now) -> {
      pressure.getStyleClass().remove(before);
      pressure.getStyleClass().add(now);
    });
    FxClock.ticking(root, MEMORY_PERIOD, shell::sample);
    shell.sample();
    shell.room().subscribe(this::show);
    rooms.selectedToggleProperty().subscribe((before, now) -> {
      if (now == null) {
        rooms.selectToggle(before);
      } else {
        shell.room().set(Room.valueOf(String.valueOf(now.getUserData())));
      }
    });
    DropTarget.on(root, resources, shell::take);
    noticeText.textProperty().bind(shell.notice());
    notice.visibleProperty().bind(noticeText.textProperty().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    // Keys go to what has the focus, and in a window that is filled only after it was shown nothing has.
    root.sceneProperty().subscribe(scene -> {
      if (scene != null) {
        begin();
      }
    });
  }

  @FXML
  void showPublish() {
    shell.room().set(Room.PUBLISH);
  }

  private void show(Room room) {
    content.getChildren().setAll(made.computeIfAbsent(room, views));
    rooms.getToggles().stream().filter(toggle -> room.name().equals(toggle.getUserData()))
        .forEach(rooms::selectToggle);
  }

  @FXML
  void showHistory() {
    new HistoryPane(changes, resources).show(history);
  }

  @FXML
  void closeNotice() {
    shell.closeNotice();
  }

  /// Whoever comes by keyboard goes on by keyboard: in the part of the view that it begins with.
  private void begin() {
    // Panes have their parts only when they are dressed.
    content.applyCss();
    content.lookupAll(".begins").stream().filter(ShellController::canBeSeen).findFirst().ifPresent(Node::requestFocus);
  }

  private static boolean canBeSeen(Node part) {
    return Stream.<Node>iterate(part, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  /// What was typed in a field is undone by the field.
  private void pressed(KeyEvent event) {
    if (!(event.getTarget() instanceof TextInputControl) && UNDO.match(event)) {
      changes.undo();
      event.consume();
    } else if (!(event.getTarget() instanceof TextInputControl) && (REDO.match(event) || REDO_TOO.match(event))) {
      changes.redo();
      event.consume();
    } else if (HISTORY.match(event)) {
      showHistory();
      event.consume();
    } else if (PASTE.match(event) && !(event.getTarget() instanceof TextInputControl)) {
      shell.take(Dialogs.pastedFiles(), Dialogs.pastedText());
      event.consume();
    } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
      int digit = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
      if (digit >= 0 && digit < rooms.getToggles().size()) {
        ((ToggleButton) rooms.getToggles().get(digit)).fire();
        begin();
        event.consume();
      }
    }
  }
}
