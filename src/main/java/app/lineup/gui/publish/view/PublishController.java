package app.lineup.gui.publish.view;

import app.lineup.gui.fx.Composed;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.fx.ViewKeys;
import app.lineup.gui.publish.model.PublishViewModel;
import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Binds the view of publishing to its ViewModel.
public final class PublishController implements Composed {

  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final PublishViewModel publish;
  private final ObservableValue<Boolean> running;
  private final Runnable toRun;

  @FXML private Node root;

  /// @param running whether a run is under way, which may replace what is published at any moment
  /// @param toRun   shows the view of the run
  public PublishController(PublishViewModel publish, ObservableValue<Boolean> running, Runnable toRun) {
    this.publish = publish;
    this.running = running;
    this.toRun = toRun;
  }

  @Override
  public List<Object> parts() {
    return List.of(new SavingController(publish, toRun), new ServingController(publish.server()),
        new EarlierController(publish, running));
  }

  @FXML
  void initialize() {
    ViewKeys.bind(root, SAVE, publish::save);
    FxClock.ticking(root, PERIOD, publish::sample);
  }
}
