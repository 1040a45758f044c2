package app.lineup.gui.publish.view;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.fx.UndoBar;
import app.lineup.gui.publish.model.EarlierViewModel;
import app.lineup.gui.publish.model.PublishViewModel;
import app.lineup.gui.publish.model.VersionViewModel;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Binds the panel of the earlier versions to its ViewModel.
final class EarlierController {

  private final PublishViewModel publish;
  private final ObservableValue<Boolean> running;

  @FXML private ResourceBundle resources;
  @FXML private TableView<VersionViewModel> versions;
  @FXML private TableColumn<VersionViewModel, String> made;
  @FXML private TableColumn<VersionViewModel, String> versionChannels;
  @FXML private TableColumn<VersionViewModel, String> size;
  @FXML private Button saveVersion;
  @FXML private Button useVersion;
  @FXML private UndoBar undo;
  @FXML private FailureCard versionFailure;

  /// @param running whether a run is under way, which may replace what is published at any moment
  EarlierController(PublishViewModel publish, ObservableValue<Boolean> running) {
    this.publish = publish;
    this.running = running;
  }

  @FXML
  void initialize() {
    EarlierViewModel earlier = publish.published().earlier();
    versions.setItems(earlier.rows());
    made.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().made()));
    size.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().size()));
    versionChannels.setCellValueFactory(row -> row.getValue().channels());
    var none = versions.getSelectionModel().selectedItemProperty().isNull();
    saveVersion.disableProperty().bind(none.or(publish.saving().busy()));
    useVersion.disableProperty().bind(
        Bindings.createBooleanBinding(() -> none.get() || running.getValue(), none, running));
    undo.offer(earlier.said(), earlier::undo);
    earlier.failure().subscribe(versionFailure::show);
  }

  @FXML
  void saveVersion() {
    ofSelected(version -> {
      var chosen = Dialogs.saveFile(versions, resources.getString("choose.title"), resources.getString("choose.kind"),
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
