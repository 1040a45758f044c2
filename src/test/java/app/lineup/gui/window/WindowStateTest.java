package app.lineup.gui.window;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.settings.model.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LookTest {

  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D RIGHT_OF_IT = new Rectangle2D(1920, 0, 1280, 1024);

  @TempDir
  private Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("window.properties");
    var look = new WindowState(Appearance.DARK, Optional.of(new Rectangle2D(-7, 20, 1300, 700)), true);
    look.write(file);
    assertThat(WindowState.read(file)).isEqualTo(look);
    new WindowState(Appearance.LIGHT, Optional.empty(), false).write(file);
    assertThat(WindowState.read(file)).isEqualTo(new WindowState(Appearance.LIGHT, Optional.empty(), false));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsMissingOrWrongIsAsAtAFirstStart() throws IOException {
    var first = new WindowState(Appearance.SYSTEM, Optional.empty(), false);
    assertThat(WindowState.read(folder.resolve("none"))).isEqualTo(first);
    for (String text : List.of("", "appearance=PINK\nmaximized=perhaps", "x=1\ny=2\nwidth=3",
        "x=1\ny=2\nwidth=-3\nheight=4",
        "\\uZZZZ", "x=one\ny=2\nwidth=3\nheight=4")) {
      assertThat(WindowState.read(Files.writeString(folder.resolve("odd"), text))).as(text).isEqualTo(first);
    }
    Files.write(folder.resolve("odd"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(WindowState.read(folder.resolve("odd"))).isEqualTo(first);
  }

  @Test
  void aWindowComesBackToItsScreenAndNotToOneThatIsGone() {
    var there = new Rectangle2D(2000, 50, 1100, 700);
    assertThat(WindowPlace.fit(there, List.of(SCREEN, RIGHT_OF_IT))).contains(there);
    assertThat(WindowPlace.fit(there, List.of(SCREEN))).isEmpty();
    assertThat(WindowPlace.fit(new Rectangle2D(100, -300, 1100, 700), List.of(SCREEN))).isEmpty();
  }

  @Test
  void aWindowIsNoLargerThanItsScreen() {
    assertThat(WindowPlace.fit(new Rectangle2D(0, 0, 2400, 1300), List.of(RIGHT_OF_IT, SCREEN)))
        .contains(new Rectangle2D(0, 0, 1920, 1080));
  }
}
