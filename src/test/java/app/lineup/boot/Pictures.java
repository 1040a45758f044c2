package app.lineup.boot;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.gui.settings.model.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Pictures of the window to be looked at: in both themes, at two sizes and the smallest one. `-Dlineup.lists=FOLDER`
/// fills it with the lists of that folder; without it the sample that comes with the program is shown.
final class Pictures {

  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final List<int[]> SIZES =
      List.of(new int[] {1024, 640}, new int[] {1280, 800}, new int[] {1920, 1080});

  /// What a window alone takes; that of many tests in one process would show nothing but their garbage.
  private static final long RSS_BYTES = 312_000_000;
  private static final long USED_BYTES = 96_000_000;

  private Pictures() {}

  /// The real lists, always in the same order; none where no folder is given.
  static List<Path> lists() throws IOException {
    String folder = System.getProperty("lineup.lists", "");
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".m3u"))
          .sorted(Comparator.reverseOrder()).toList();
    }
  }

  /// Opens the window on a first start.
  static OpenWindow open(Path data) throws TimeoutException {
    return new OpenWindow(data, new FakeGauge().rss(RSS_BYTES).used(USED_BYTES));
  }

  /// Opens the window with the real lists in it, or with the sample where there are none.
  static OpenWindow openWithLists(Path data) throws TimeoutException, IOException {
    List<Path> lists = lists();
    OpenWindow window = open(data);
    window.awaitCounted();
    if (!lists.isEmpty()) {
      window.doNow(() -> {
        window.rooms().sources().remove(window.rooms().sources().rows().getFirst());
        window.rooms().sources().adding().addFiles(lists);
      });
      window.awaitCounted();
    }
    return window;
  }

  /// Takes what the window shows now in every look, as `view-state-look-width.png`.
  static void take(OpenWindow window, String name) throws IOException {
    take(window, name, window::picture);
  }

  /// Takes the same while somebody writes or chooses.
  static void takeInUse(OpenWindow window, String name) throws IOException {
    take(window, name, window::pictureInUse);
  }

  private static void take(OpenWindow window, String name, Camera camera) throws IOException {
    Files.createDirectories(FOLDER);
    for (Appearance look : List.of(Appearance.LIGHT, Appearance.DARK)) {
      window.look(look);
      for (int[] size : SIZES) {
        camera.take(FOLDER.resolve(name(name, look) + "-" + size[0] + ".png"), size[0], size[1]);
      }
    }
  }

  @FunctionalInterface
  private interface Camera {
    void take(Path file, double width, double height) throws IOException;
  }

  /// Takes the dialog that `open` puts in front of the window, in both looks; `close` takes it away.
  static void takeDialog(OpenWindow window, String name, Runnable open, Runnable close) throws IOException {
    Files.createDirectories(FOLDER);
    for (Appearance look : List.of(Appearance.LIGHT, Appearance.DARK)) {
      window.look(look);
      open.run();
      window.pictureOfDialog(FOLDER.resolve(name(name, look) + ".png"));
      close.run();
    }
  }

  private static String name(String name, Appearance look) {
    return name + "-" + look.name().toLowerCase(Locale.ROOT);
  }
}
