package app.lineup.gui.settings.view;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.Presence;
import app.lineup.gui.settings.model.LibraryCopies;
import app.lineup.gui.settings.model.LogosViewModel;
import app.lineup.gui.settings.model.SettingsViewModel;
import app.lineup.gui.settings.model.StrategiesViewModel;
import app.lineup.gui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// Binds the view of settings to its ViewModel.
public final class SettingsController {

  private static final String EXPORT_NAME = "lineup-library.json";

  private final SettingsViewModel settings;
  private final LogosViewModel logos;
  private final StrategiesViewModel strategies;
  private final LibraryCopies copies;

  @FXML private ResourceBundle resources;
  @FXML private ToggleGroup appearances;
  @FXML private ToggleGroup separators;
  @FXML private ToggleGroup logoRooms;
  @FXML private TextField budget;
  @FXML private Label budgetNote;
  @FXML private Label budgetProblem;
  @FXML private CheckBox durable;
  @FXML private CheckBox waiting;
  @FXML private CheckBox fetchLogos;
  @FXML private Label logosSize;
  @FXML private Button clearLogos;
  @FXML private GridPane strategyRows;
  @FXML private ComboBox<Instant> backups;
  @FXML private Button takeBackup;
  @FXML private Label librarySays;
  @FXML private TextField data;
  @FXML private Label version;

  /// @param copies the library's exports and backups
  public SettingsController(
      SettingsViewModel settings, LogosViewModel logos, StrategiesViewModel strategies, LibraryCopies copies) {
    this.copies = copies;
    this.settings = settings;
    this.logos = logos;
    this.strategies = strategies;
  }

  @FXML
  void initialize() {
    join(appearances, settings.appearance());
    join(separators, settings.separators());
    join(logoRooms, logos.room());
    budget.textProperty().bindBidirectional(settings.budget());
    budgetNote.setText(settings.budgetNote());
    budgetProblem.textProperty().bind(settings.budgetProblem());
    budgetProblem.visibleProperty().bind(budgetProblem.textProperty().isNotEmpty());
    budgetProblem.managedProperty().bind(budgetProblem.visibleProperty());
    waiting.selectedProperty().bindBidirectional(settings.waiting());
    durable.selectedProperty().bindBidirectional(settings.durable());
    fetchLogos.selectedProperty().bindBidirectional(logos.fetched());
    logosSize.textProperty().bind(logos.size());
    clearLogos.disableProperty().bind(logos.clearable().not());
    // What a run fetched is there when the view is looked at again.
    logosSize.sceneProperty().subscribe(scene -> {
      if (scene != null) {
        logos.look();
        copies.look();
      }
    });
    backups.setItems(copies.found());
    backups.setCellFactory(view -> new BackupCell());
    backups.setButtonCell(new BackupCell());
    takeBackup.disableProperty().bind(backups.valueProperty().isNull());
    librarySays.textProperty().bind(copies.says());
    Presence.bind(librarySays, librarySays.textProperty().map(text -> !text.isEmpty()));
    StrategyRows.fill(strategyRows, strategies, Texts.of("settings").get("strategies.automatic"));
    data.setText(settings.data());
    version.setText(settings.version());
  }

  /// Lets exactly one of a group be pressed: the one that carries the chosen name.
  private static <T extends Enum<T>> void join(ToggleGroup group, ObjectProperty<T> chosen) {
    chosen.subscribe(now -> select(group, now.name()));
    group.selectedToggleProperty().subscribe((before, now) -> {
      if (now == null) {
        group.selectToggle(before);
      } else {
        chosen.set(Enum.valueOf(chosen.get().getDeclaringClass(), String.valueOf(now.getUserData())));
      }
    });
  }

  private static void select(ToggleGroup group, String name) {
    for (Toggle toggle : group.getToggles()) {
      if (name.equals(toggle.getUserData())) {
        group.selectToggle(toggle);
      }
    }
  }

  @FXML
  void exportLibrary() {
    Dialogs.saveJson(librarySays, resources.getString("library.export.title"), resources.getString("library.file"),
        EXPORT_NAME)
        .ifPresent(copies::export);
  }

  @FXML
  void importLibrary() {
    Dialogs.openJson(librarySays, resources.getString("library.import.title"), resources.getString("library.file"))
        .ifPresent(copies::take);
  }

  @FXML
  void takeBackup() {
    Instant chosen = backups.getValue();
    if (chosen != null) {
      copies.take(chosen);
    }
  }

  @FXML
  void clearLogos() {
    logos.clear();
  }

  @FXML
  void copyData() {
    Dialogs.copy(settings.data());
  }

  private static final class BackupCell extends ListCell<Instant> {

    private static final DateTimeFormatter WHEN =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    @Override
    protected void updateItem(@Nullable Instant at, boolean empty) {
      super.updateItem(at, empty);
      setText(at == null ? null : WHEN.format(at));
    }
  }
}
