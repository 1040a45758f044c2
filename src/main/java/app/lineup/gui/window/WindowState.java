package app.lineup.gui.window;

import app.lineup.gui.settings.model.Appearance;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/// How the window looks. In a small file of its own: it is needed before the library is open, so that the window does
/// not change its colours and place before the user's eyes. Immutable.
///
/// @param appearance light, dark or as the system
/// @param bounds     where the window is while it does not fill the screen; empty where nobody knows
/// @param maximized  whether it fills the screen
public record WindowState(Appearance appearance, Optional<Rectangle2D> bounds, boolean maximized) {

  private static final WindowState FIRST = new WindowState(Appearance.SYSTEM, Optional.empty(), false);

  /// What `file` says; what it does not say, or says wrong, is as at a first start.
  public static WindowState read(Path file) {
    var lines = new Properties();
    if (!Files.isRegularFile(file)) {
      return FIRST;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      System.getLogger(WindowState.class.getName()).log(System.Logger.Level.DEBUG, "not read: " + file, e);
      return FIRST;
    }
    String named = lines.getProperty("appearance", "");
    return new WindowState(
        Stream.of(Appearance.values()).filter(look -> look.name().equals(named)).findFirst().orElse(Appearance.SYSTEM),
        bounds(lines), Boolean.parseBoolean(lines.getProperty("maximized")));
  }

  private static Optional<Rectangle2D> bounds(Properties lines) {
    try {
      return Optional.of(
          new Rectangle2D(number(lines, "x"), number(lines, "y"), number(lines, "width"), number(lines, "height")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static int number(Properties lines, String name) {
    return Integer.parseInt(lines.getProperty(name, ""));
  }

  /// Writes it to `file`, beside it first.
  public void write(Path file) throws IOException {
    var lines = new Properties();
    lines.setProperty("appearance", appearance.name());
    lines.setProperty("maximized", String.valueOf(maximized));
    bounds.ifPresent(at -> {
      lines.setProperty("x", String.valueOf(Math.round(at.getMinX())));
      lines.setProperty("y", String.valueOf(Math.round(at.getMinY())));
      lines.setProperty("width", String.valueOf(Math.round(at.getWidth())));
      lines.setProperty("height", String.valueOf(Math.round(at.getHeight())));
    });
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(beside)) {
      lines.store(writer, null);
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
