package app.lineup.gui.settings.view;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.settings.model.LogosViewModel;
import app.lineup.gui.settings.model.SettingsViewModel;
import app.lineup.gui.settings.model.StrategiesViewModel;
import app.lineup.gui.text.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;

/// Binds the view of settings to its ViewModel.
public final class SettingsController {

  private final SettingsViewModel settings;
  private final LogosViewModel logos;
  private final StrategiesViewModel strategies;

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
  @FXML private TextField data;
  @FXML private Label version;

  public SettingsController(SettingsViewModel settings, LogosViewModel logos, StrategiesViewModel strategies) {
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
      }
    });
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
  void clearLogos() {
    logos.clear();
  }

  @FXML
  void copyData() {
    Dialogs.copy(settings.data());
  }
}
