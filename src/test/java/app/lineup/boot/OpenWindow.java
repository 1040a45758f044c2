package app.lineup.boot;

import app.lineup.app.session.AppPaths;
import app.lineup.engine.memory.MemoryGauge;
import app.lineup.engine.memory.ProcessGauge;
import app.lineup.gui.code.CodeEditor;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.settings.model.Appearance;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.State;
import app.lineup.gui.window.WindowState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window, on JavaFX's platform without a screen, and a hand to use it with. Not thread-safe; used by the
/// test's thread.
public final class OpenWindow implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final FxRobot robot = new FxRobot();
  private final AppPaths paths;
  private final WindowServices work;
  private final Stage stage;
  private final MainWindow main;

  /// Opens it and waits until its library is open.
  ///
  /// @param data where the program keeps its things
  OpenWindow(Path data) throws TimeoutException {
    this(data, new ProcessGauge());
  }

  /// @param gauge says how much memory is taken
  OpenWindow(Path data, MemoryGauge gauge) throws TimeoutException {
    this(data, gauge, false);
    await(() -> main.rooms().get() != null);
  }

  private OpenWindow(Path data, MemoryGauge gauge, boolean shownOnly) throws TimeoutException {
    paths = new AppPaths(data);
    work = new WindowServices(paths, gauge);
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    main = ask(() -> {
      var made = new MainWindow(stage, work, paths, WindowState.read(paths.look()));
      if (!shownOnly) {
        made.show();
      } else {
        stage.show();
      }
      return made;
    });
  }

  /// Opens it where its library cannot be opened.
  static OpenWindow failing(Path data) throws TimeoutException {
    OpenWindow window = opening(data);
    window.doNow(window.main.opening()::open);
    window.await(() -> window.main.opening().failure().get() != null);
    return window;
  }

  /// Shows its frame alone, as it is before the library is open.
  static OpenWindow opening(Path data) throws TimeoutException {
    return new OpenWindow(data, new ProcessGauge(), true);
  }

  MainWindow main() {
    return main;
  }

  WindowModule rooms() {
    return Objects.requireNonNull(main.rooms().get(), "the library is not open");
  }

  Stage stage() {
    return stage;
  }

  /// The playlist that a run replaces.
  Path published() {
    return paths.folder().published();
  }

  void go(Room room) {
    click("#to" + room.name().charAt(0) + room.word().substring(1));
  }

  void click(String what) {
    robot.clickOn(what);
    settle();
  }

  /// Puts a text in the place of what is there.
  void type(String field, String text) {
    robot.interact(() -> {
      if (robot.lookup(field).query() instanceof CodeEditor) {
        rooms().code().text().set(text);
      } else {
        robot.lookup(field).queryAs(TextInputControl.class).setText(text);
      }
    });
    settle();
  }

  void press(KeyCode key) {
    robot.type(key);
    settle();
  }

  void pressWithShortcut(KeyCode key) {
    robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
    settle();
  }

  /// What the window's own button for closing it does.
  void askToClose() {
    doNow(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  String textOf(String what) {
    return robot.lookup(what).queryAs(Labeled.class).getText();
  }

  /// Whether it is there and visible. What lies in a scroll pane is no part of the window before that was dressed,
  /// which comes only with its first frame.
  boolean shows(String what) {
    return ask(() -> {
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
      return robot.lookup(what).tryQuery().filter(node -> node.isVisible() && node.getScene() != null).isPresent();
    });
  }

  <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, question);
  }

  void doNow(Runnable action) {
    robot.interact(action);
    settle();
  }

  /// Waits for what comes from other threads.
  void await(Callable<Boolean> condition) throws TimeoutException {
    await(PATIENCE_SECONDS, condition);
  }

  void await(int seconds, Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> ask(condition));
  }

  void awaitPhase(Phase phase) throws TimeoutException {
    await(() -> rooms().run().phase().get() == phase);
  }

  /// Waits until all that was changed is on the disk.
  void awaitKept() throws TimeoutException {
    await(() -> work.library().isWritten());
  }

  void awaitCounted() throws TimeoutException {
    await(() -> !rooms().sources().adding().busy().get() && rooms().sources().rows().stream()
        .map(SourceViewModel::state).noneMatch(
        state -> state.get() == State.COUNTING));
  }

  void look(Appearance appearance) {
    doNow(() -> main.look(appearance));
  }

  /// Takes a picture of what is shown, as if the window had this size; the screen that is not there is smaller.
  void picture(Path file, double width, double height) throws IOException {
    settle();
    Image image = ask(() -> {
      Scene scene = stage.getScene();
      Parent root = scene.getRoot();
      scene.setRoot(new Pane());
      var resized = new Scene(root, width, height);
      resized.getStylesheets().setAll(scene.getStylesheets());
      // Tables know how wide they are only after a first time.
      var _ = resized.snapshot(null);
      Image taken = resized.snapshot(null);
      resized.setRoot(new Pane());
      scene.setRoot(root);
      // Else the next click may come before the window has its own size again, and miss.
      root.resize(scene.getWidth(), scene.getHeight());
      root.layout();
      return taken;
    });
    Png.write(image, file);
  }

  /// Takes such a picture without taking the focus from where it is, so that what is open there stays open.
  void pictureInUse(Path file, double width, double height) throws IOException {
    settle();
    Image image = ask(() -> {
      Parent root = stage.getScene().getRoot();
      // Tables know how wide they are only after a first time.
      for (int i = 0; i < 2; i++) {
        root.resize(width, height);
        root.applyCss();
        root.layout();
      }
      Image taken = root.snapshot(null, null);
      root.resize(stage.getScene().getWidth(), stage.getScene().getHeight());
      root.layout();
      return taken;
    });
    Png.write(image, file);
  }

  /// Takes a picture of the dialog in front of the window.
  void pictureOfDialog(Path file) throws IOException {
    settle();
    Png.write(ask(() -> Window.getWindows().getLast().getScene().snapshot(null)), file);
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    robot.interact(stage::hide);
    work.close();
  }
}
