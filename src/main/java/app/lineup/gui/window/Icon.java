package app.lineup.gui.window;

import java.util.List;
import javafx.scene.image.Image;

/// The program's picture, in the sizes among which systems choose for the window and the bar of open programs.
public final class Icon {

  private static final List<Integer> SIZES = List.of(32, 64, 128);

  private Icon() {}

  /// The picture in each size.
  public static List<Image> inAllSizes() {
    return SIZES.stream().map(Icon::of).toList();
  }

  private static Image of(int size) {
    var file = Icon.class.getResource("/app/lineup/icon/lineup-" + size + ".png");
    if (file == null) {
      throw new IllegalStateException("the program lacks its icon of size " + size);
    }
    return new Image(file.toExternalForm());
  }
}
