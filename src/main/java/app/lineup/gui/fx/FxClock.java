package app.lineup.gui.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/// Ticks while a part of the window can be seen, and costs nothing while it cannot. Confined to the window's thread.
public final class FxClock {

  private final Timeline timeline;
  // Held: the chain below listens weakly to what it was made of.
  private final ObservableValue<Boolean> shown;

  private FxClock(Node part, Duration period, Runnable tick) {
    timeline = new Timeline(new KeyFrame(period, event -> tick.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    shown = part.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false);
    shown.subscribe(this::show);
  }

  /// Calls `tick` every `period` while `part` is in a window that shows.
  public static FxClock ticking(Node part, java.time.Duration period, Runnable tick) {
    return new FxClock(part, Duration.millis((double) period.toMillis()), tick);
  }

  private void show(boolean visible) {
    if (visible) {
      timeline.play();
    } else {
      timeline.stop();
    }
  }
}
