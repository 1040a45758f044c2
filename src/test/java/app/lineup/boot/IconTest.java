package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window's picture.
final class IconTest {

  @TempDir
  private Path data;

  @Test
  void theWindowHasItInEachSize() throws Exception {
    try (var window = new OpenWindow(data)) {
      List<Image> icons = window.ask(() -> ((Stage) Window.getWindows().getFirst()).getIcons());
      assertThat(icons).extracting(Image::getWidth).containsExactly(32.0, 64.0, 128.0);
      assertThat(icons).noneMatch(Image::isError);
    }
  }
}
