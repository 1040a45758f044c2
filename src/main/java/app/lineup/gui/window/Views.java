package app.lineup.gui.window;

import app.lineup.gui.fx.Composed;
import app.lineup.gui.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Makes views out of a room's FXML, its words, and its controller. Not thread-safe; used by the window's thread.
public final class Views {

  private Views() {}

  /// The view of a room, led by `controller`.
  public static Parent make(String room, Object controller) {
    return make(room, room, controller);
  }

  /// The view of a room that has several, by the name of its file.
  public static Parent make(String room, String name, Object controller) {
    var file = Views.class.getResource("/app/lineup/gui/" + room + "/" + name + ".fxml");
    var loader = new FXMLLoader(file, Texts.of(room).bundle());
    loader.setController(controller);
    if (controller instanceof Composed view) {
      List<Object> parts = view.parts();
      loader.setControllerFactory(type -> parts.stream().filter(type::isInstance).findFirst().orElseThrow());
    }
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("the view " + room + " cannot be made", e);
    }
  }
}
