package app.lineup.gui.publish.view;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.fx.Presence;
import app.lineup.gui.publish.model.PublishViewModel;
import app.lineup.gui.publish.model.PublishedViewModel;
import app.lineup.gui.publish.model.SaveViewModel;
import java.util.ResourceBundle;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;

/// Binds the panel of the published playlist, which is saved from there, to its ViewModels. A button that goes with
/// what it answers hands the focus to a neighbour first: where JavaFX looks for the next one itself, the view is
/// scrolled away.
final class SavingController {

  private final PublishViewModel publish;
  private final Runnable toRun;

  @FXML private ResourceBundle resources;
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

  /// @param toRun shows the view of the run
  SavingController(PublishViewModel publish, Runnable toRun) {
    this.publish = publish;
    this.toRun = toRun;
  }

  @FXML
  void initialize() {
    bindPublished(publish.published());
    bindSaving(publish.saving());
  }

  private void bindPublished(PublishedViewModel published) {
    Presence.bind(empty, published.nothing());
    Presence.bind(there, published.current().isNotNull());
    channels.textProperty().bind(published.channels());
    facts.textProperty().bind(published.facts());
    Presence.bind(logins, published.logins());
  }

  private void bindSaving(SaveViewModel model) {
    path.textProperty().bindBidirectional(model.path());
    everyRun.selectedProperty().bindBidirectional(model.everyRun());
    save.disableProperty().bind(model.busy().or(path.textProperty().isEmpty()));
    questionText.textProperty().bind(model.question());
    Presence.bind(question, model.question().isNotEmpty());
    Presence.bind(saving, model.busy());
    progress.progressProperty().bind(model.progress());
    saved.textProperty().bind(model.said());
    Presence.bind(saved, model.said().isNotEmpty());
    model.failure().subscribe(saveFailure::show);
  }

  @FXML
  void showRun() {
    toRun.run();
  }

  @FXML
  void browse() {
    Dialogs.saveFile(path, resources.getString("choose.title"), resources.getString("choose.kind"),
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
}
