package app.lineup.gui.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/// Ticks while there is something to look at, and costs nothing while there is not. Not thread-safe; used by the
/// window's thread.
public final class FxClock {

  private final Timeline timeline;
  // Held: such a chain listens weakly to what it was made of.
  private final ObservableValue<Boolean> when;

  private FxClock(ObservableValue<Boolean> when, Duration period, Runnable tick) {
    timeline = new Timeline(new KeyFrame(period, event -> tick.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    this.when = when;
    this.when.subscribe(this::run);
  }

  /// Calls `tick` every `period` while `part` is in a window that shows.
  public static FxClock ticking(Node part, java.time.Duration period, Runnable tick) {
    return ticking(
        part.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false), period,
        tick);
  }

  /// Calls `tick` every `period` while `when` is true.
  public static FxClock ticking(ObservableValue<Boolean> when, java.time.Duration period, Runnable tick) {
    return new FxClock(when, Duration.millis((double) period.toMillis()), tick);
  }

  private void run(boolean wanted) {
    if (wanted) {
      timeline.play();
    } else {
      timeline.stop();
    }
  }
}
