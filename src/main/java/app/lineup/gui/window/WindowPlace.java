package app.lineup.gui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was, and knows where it is. Not thread-safe; used by the window's thread.
public final class WindowPlace {

  /// So much of the window's upper edge has to be on a screen for a hand to get hold of it.
  private static final double GRIP_WIDTH = 160;
  private static final double GRIP_HEIGHT = 40;

  private final Stage stage;
  private Optional<Rectangle2D> bounds;

  private WindowPlace(Stage stage, Optional<Rectangle2D> bounds) {
    this.stage = stage;
    this.bounds = bounds;
  }

  /// Puts `stage` where `look` says, as far as the screens that are there allow it.
  public static WindowPlace restore(Stage stage, WindowState look) {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    Optional<Rectangle2D> at = look.bounds().flatMap(wanted -> fit(wanted, screens));
    at.ifPresent(bounds -> {
      stage.setX(bounds.getMinX());
      stage.setY(bounds.getMinY());
      stage.setWidth(bounds.getWidth());
      stage.setHeight(bounds.getHeight());
    });
    stage.setMaximized(look.maximized());
    var place = new WindowPlace(stage, at);
    for (ObservableValue<Number> edge
        : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
      edge.subscribe(place::note);
    }
    return place;
  }

  /// What of `wanted` can be had on these screens, empty where none of them would show the window's upper edge.
  static Optional<Rectangle2D> fit(Rectangle2D wanted, List<Rectangle2D> screens) {
    var grip = new Rectangle2D(
        wanted.getMinX() + wanted.getWidth() / 2 - GRIP_WIDTH / 2, wanted.getMinY(), GRIP_WIDTH, GRIP_HEIGHT);
    return screens.stream().filter(screen -> screen.contains(grip)).findFirst().map(screen -> new Rectangle2D(
        wanted.getMinX(), wanted.getMinY(),
        Math.min(wanted.getWidth(), screen.getWidth()), Math.min(wanted.getHeight(), screen.getHeight())));
  }

  private void note() {
    boolean usual = stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    if (usual && stage.getWidth() > 0 && stage.getHeight() > 0) {
      bounds = Optional.of(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }
  }

  /// Where the window is while it does not fill the screen.
  public Optional<Rectangle2D> bounds() {
    return bounds;
  }
}
