package app.lineup.boot;

import app.lineup.app.session.AppPaths;
import app.lineup.app.session.Session;
import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FxRelay;
import app.lineup.gui.settings.model.Appearance;
import app.lineup.gui.shell.model.OpeningViewModel;
import app.lineup.gui.shell.view.OpeningController;
import app.lineup.gui.text.Texts;
import app.lineup.gui.window.Icon;
import app.lineup.gui.window.Themes;
import app.lineup.gui.window.Views;
import app.lineup.gui.window.WindowPlace;
import app.lineup.gui.window.WindowState;
import app.lineup.library.Library;
import app.lineup.library.file.LibraryException;
import app.lineup.library.file.LibraryThread.Way;
import app.lineup.library.file.Notes;
import app.lineup.library.file.OpenedLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The program's window: its frame at once, its rooms when the library is open. Not thread-safe; used by the window's
/// thread.
final class MainWindow {

  private static final String WELCOMED = "welcomed";
  private static final double WIDTH = 1180;
  private static final double HEIGHT = 760;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  private final Stage stage;
  private final WindowServices work;
  private final AppPaths paths;
  private final Executor window = new FxRelay();
  private final ObjectProperty<Appearance> appearance;
  private final WindowPlace place;
  private final OpeningViewModel opening;
  private final ReadOnlyObjectWrapper<@Nullable WindowModule> rooms = new ReadOnlyObjectWrapper<>();
  private boolean asking;

  /// @param look how the window looked last
  MainWindow(Stage stage, WindowServices work, AppPaths paths, WindowState look) {
    this.stage = stage;
    this.work = work;
    this.paths = paths;
    appearance = new SimpleObjectProperty<>(look.appearance());
    opening = new OpeningViewModel(Texts.of("shell"), this::open, work.library().executor(), window, stage::hide);
    var scene = new Scene(Views.make("shell", "opening", new OpeningController(opening)), WIDTH, HEIGHT);
    Themes.follow(scene, appearance);
    stage.setTitle("Lineup");
    stage.getIcons().setAll(Icon.inAllSizes());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    place = WindowPlace.restore(stage, look);
    appearance.subscribe((before, now) -> keepLook());
    stage.setOnCloseRequest(this::askBeforeClosing);
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> keepLook());
  }

  /// Shows the frame and opens the library.
  void show() {
    stage.show();
    opening.open();
  }

  /// The rooms, null while there is no library.
  ReadOnlyObjectProperty<@Nullable WindowModule> rooms() {
    return rooms.getReadOnlyProperty();
  }

  OpeningViewModel opening() {
    return opening;
  }

  /// Light, dark or as the system, from now on.
  void look(Appearance wanted) {
    appearance.set(wanted);
  }

  private Runnable open(Way way) throws LibraryException {
    OpenedLibrary opened =
        work.library().open(paths.data(), paths::make, way, why -> window.execute(() -> say(why)));
    try {
      paths.layOutSample();
    } catch (IOException e) {
      throw new LibraryException(LibraryException.Trouble.NO_FOLDER, paths.folder().sample(), e);
    }
    work.sweep();
    return () -> fill(opened);
  }

  private void fill(OpenedLibrary opened) {
    var notes = new Notes(opened.kept().notes(), opened.writes()::note);
    Library library = opened.kept().library();
    if (notes.get(WELCOMED, "").isEmpty()) {
      library = Welcome.fill(library);
      opened.writes().keep(library, List.of(), List.of());
      notes.set(WELCOMED, "true");
    }
    var session = new Session(library, opened.kept().history(), opened.edits(),
        commit -> opened.writes().keep(commit.library(), commit.batches(), commit.edits()), work.clock());
    var made = new WindowModule(work, window, paths, session, notes, appearance);
    made.start();
    stage.getScene().setRoot(made.view());
    opened.aside().ifPresent(made.shell()::sayKeptAside);
    rooms.set(made);
  }

  private void say(@Nullable LibraryException why) {
    WindowModule now = rooms.get();
    if (now == null) {
      return;
    }
    if (why == null) {
      now.shell().sayKept();
    } else {
      now.shell().sayNotKept(why);
    }
  }

  private void keepLook() {
    var now = new WindowState(appearance.get(), place.bounds(), stage.isMaximized());
    work.library().executor().execute(() -> {
      try {
        if (Files.isDirectory(paths.data())) {
          now.write(paths.look());
        }
      } catch (IOException e) {
        // A window that opens at its first place the next time is no reason to trouble anybody.
        System.getLogger(MainWindow.class.getName()).log(System.Logger.Level.DEBUG, "not kept: " + paths.look(), e);
      }
    });
  }

  private void askBeforeClosing(WindowEvent event) {
    WindowModule now = rooms.get();
    if (now == null || !now.run().phase().get().isBusy()) {
      return;
    }
    event.consume();
    if (!asking) {
      asking = true;
      Dialogs.ask(stage, now.shell().closingQuestion(), () -> {
        now.run().cancel();
        stage.hide();
      }, () -> asking = false);
    }
  }
}
