package app.lineup.boot;

import app.lineup.app.session.AppPaths;
import app.lineup.engine.memory.ProcessGauge;
import app.lineup.gui.window.WindowState;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The program with a window, put together. The terminal never touches this class, so that it loads nothing of JavaFX.
public final class WindowWiring {

  private WindowWiring() {}

  /// Opens the window and waits until it is closed and all that was under way has cleaned up.
  ///
  /// @throws NoWindowException if there is no screen
  public static void open(WindowOrder order) throws InterruptedException {
    AppPaths paths = order.paths(
        System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System.getenv());
    WindowState look = WindowState.read(paths.look());
    var closed = new CountDownLatch(1);
    try (var _ = Shutdown.guard(() -> {}); var work = new WindowServices(paths, new ProcessGauge())) {
      start(() -> show(new Stage(), work, paths, look, closed));
      closed.await();
    } catch (InterruptedException e) {
      // Asked to end from outside: cleaned up by now.
      Thread.currentThread().interrupt();
    }
  }

  private static void start(Runnable show) {
    try {
      Platform.startup(show);
    } catch (RuntimeException | LinkageError e) {
      throw new NoWindowException(e);
    }
  }

  private static void show(Stage stage, WindowServices work, AppPaths paths, WindowState look, CountDownLatch closed) {
    stage.setOnHidden(event -> closed.countDown());
    new MainWindow(stage, work, paths, look).show();
  }
}
