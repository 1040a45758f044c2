package app.lineup.boot;

import app.lineup.gui.settings.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Pictures of the window to be looked at: in both themes, at two sizes and the smallest one.
final class Pictures {

  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final List<int[]> SIZES =
      List.of(new int[] {1024, 640}, new int[] {1280, 800}, new int[] {1920, 1080});

  private Pictures() {}

  /// Takes what the window shows now in every look, as `name-look-width.png`.
  static void take(OpenWindow window, String name) throws IOException {
    Files.createDirectories(FOLDER);
    for (Appearance look : List.of(Appearance.LIGHT, Appearance.DARK)) {
      window.look(look);
      for (int[] size : SIZES) {
        String file = name + "-" + look.name().toLowerCase(Locale.ROOT) + "-" + size[0] + ".png";
        window.picture(FOLDER.resolve(file), size[0], size[1]);
      }
    }
  }
}
