package app.lineup.boot;

import app.lineup.engine.flow.PipelineException;
import app.lineup.gui.fx.FxRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The program with a window, put together. The terminal never touches this class, so that it loads nothing of JavaFX.
public final class WindowWiring {

  private static final double WIDTH = 1180;
  private static final double HEIGHT = 760;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  private WindowWiring() {}

  /// Opens the window and waits until it is closed and all that was under way has cleaned up.
  ///
  /// @throws NoWindowException if there is no screen
  public static void open() throws InterruptedException {
    var closed = new CountDownLatch(1);
    try (var _ = Shutdown.guard(() -> {}); var work = new WindowWork(paths())) {
      start(() -> show(new Stage(), work, closed));
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

  private static void show(Stage stage, WindowWork work, CountDownLatch closed) {
    stage.setOnHidden(event -> closed.countDown());
    dress(stage, work, paths());
    stage.show();
  }

  private static AppPaths paths() {
    return AppPaths.of(
        System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System.getenv());
  }

  /// Fills `stage` with the program as a first start finds it.
  static Rooms dress(Stage stage, WindowWork work, AppPaths paths) {
    var rooms = new Rooms(work, new FxRelay(), paths);
    try {
      paths.make();
      rooms.welcome(work.sample());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PipelineException e) {
      throw new IllegalStateException(e.subject() + ": " + e.what(), e);
    }
    var scene = new Scene(rooms.view(), WIDTH, HEIGHT);
    Themes.follow(scene, rooms.shell().appearance());
    stage.setTitle("Lineup");
    stage.getIcons().setAll(Icon.inAllSizes());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    return rooms;
  }
}
