package app.lineup.gui.shell.view;

import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.shell.model.OpeningViewModel;
import app.lineup.gui.text.Failure;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// Binds the window's frame, while there is no library in it, to its ViewModel.
public final class OpeningController {

  private final OpeningViewModel opening;

  @FXML private Node waiting;
  @FXML private Node failed;
  @FXML private FailureCard failure;
  @FXML private Button fresh;
  @FXML private Button older;
  @FXML private Button again;
  @FXML private Button quit;

  public OpeningController(OpeningViewModel opening) {
    this.opening = opening;
  }

  @FXML
  void initialize() {
    opening.failure().subscribe(this::show);
  }

  private void show(@Nullable Failure why) {
    waiting.setVisible(why == null);
    failed.setVisible(why != null);
    failure.show(why);
    offer(fresh, opening.canStartFresh());
    offer(older, opening.canTakeOlder());
    offer(again, opening.canTryAgain());
    if (why != null) {
      quit.requestFocus();
    }
  }

  private static void offer(Button button, boolean possible) {
    button.setVisible(possible);
    button.setManaged(possible);
  }

  @FXML
  void startFresh() {
    opening.startFresh();
  }

  @FXML
  void takeOlder() {
    opening.takeOlder();
  }

  @FXML
  void openAgain() {
    opening.open();
  }

  @FXML
  void quit() {
    opening.quit();
  }
}
