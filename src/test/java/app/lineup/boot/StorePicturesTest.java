package app.lineup.boot;

import app.lineup.gui.shell.model.Room;
import app.lineup.library.file.LibraryFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings, and the window while there is no library in it.
@Tag("screenshots")
final class StorePicturesTest {

  @TempDir
  private Path folder;

  @Test
  void takesPicturesOfTheSettings() throws TimeoutException, IOException {
    try (var window = Pictures.open(folder.resolve("data"))) {
      window.go(Room.SETTINGS);
      Pictures.take(window, "settings-all");
      window.type("#budget", "12");
      Pictures.take(window, "settings-problem");
    }
  }

  @Test
  void takesPicturesOfTheOpening() throws TimeoutException, IOException {
    Path data = folder.resolve("data");
    try (OpenWindow window = OpenWindow.opening(data)) {
      Pictures.take(window, "opening-waiting");
    }
    new OpenWindow(data).close();
    Path older = Files.copy(LibraryFile.file(data), folder.resolve("older"));
    try (var window = new OpenWindow(data)) {
      window.go(Room.RULES);
    }
    Files.copy(older, LibraryFile.file(data), StandardCopyOption.REPLACE_EXISTING);
    try (OpenWindow window = OpenWindow.failing(data)) {
      Pictures.take(window, "opening-older");
    }
    Files.writeString(LibraryFile.file(data), "no library");
    try (OpenWindow window = OpenWindow.failing(data)) {
      Pictures.take(window, "opening-damaged");
      window.click("#fresh");
      window.await(() -> window.main().rooms().get() != null);
      Pictures.take(window, "opening-afresh");
    }
    try (OpenWindow window = OpenWindow.failing(Files.createDirectory(folder.resolve("a;b")))) {
      Pictures.take(window, "opening-semicolon");
    }
    Process other = StoreJourneyTest.holdOpen(data);
    try (OpenWindow window = OpenWindow.failing(data)) {
      Pictures.take(window, "opening-locked");
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void takesAPictureOfTheQuestionBeforeClosing() throws TimeoutException, IOException {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(() -> window.rooms().sources().adding()
          .addPasted(List.of(), "http://localhost:" + silent.getLocalPort() + "/list.m3u"));
      window.go(Room.RUN);
      window.click("#start");
      Pictures.takeDialog(window, "closing-question", window::askToClose, () -> window.press(KeyCode.ESCAPE));
    }
  }
}
