package app.lineup.gui.fx;

import app.lineup.gui.text.Question;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The dialogs and the clipboard of the system. Not thread-safe; used by the window's thread.
public final class Dialogs {

  private static final List<String> LISTS =
      List.of("*.m3u", "*.m3u8", "*.gz", "*.bz2", "*.xz", "*.zip", "*.txt");

  private Dialogs() {}

  /// Asks for lists to read; none where the user changed their mind.
  ///
  /// @param near  whose window the dialog belongs to
  /// @param title what is asked for
  /// @param lists what the files that Lineup reads are called
  /// @param all   what all other files are called
  public static List<Path> openFiles(Node near, String title, String lists, String all) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().addAll(new ExtensionFilter(lists, LISTS), new ExtensionFilter(all, "*.*", "*"));
    List<File> files = chooser.showOpenMultipleDialog(windowOf(near));
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  /// Asks where to save a playlist.
  public static Optional<Path> saveFile(Node near, String title, String kind, Path at) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*.m3u", "*.m3u8"));
    Path folder = at.toAbsolutePath().getParent();
    if (folder != null && folder.toFile().isDirectory()) {
      chooser.setInitialDirectory(folder.toFile());
    }
    chooser.setInitialFileName(at.getFileName() == null ? "" : at.getFileName().toString());
    return Optional.ofNullable(chooser.showSaveDialog(windowOf(near))).map(File::toPath);
  }

  /// Asks for a file of JSON to read.
  public static Optional<Path> openJson(Node near, String title, String kind) {
    return Optional.ofNullable(json(title, kind).showOpenDialog(windowOf(near))).map(File::toPath);
  }

  /// Asks where to save a file of JSON.
  public static Optional<Path> saveJson(Node near, String title, String kind, String name) {
    FileChooser chooser = json(title, kind);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(windowOf(near))).map(File::toPath);
  }

  private static FileChooser json(String title, String kind) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*.json"));
    return chooser;
  }

  /// The files in the clipboard.
  public static List<Path> pastedFiles() {
    return Clipboard.getSystemClipboard().getFiles().stream().map(File::toPath).toList();
  }

  /// The text in the clipboard, empty where there is none.
  public static String pastedText() {
    String text = Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text;
  }

  /// Puts a text into the clipboard.
  public static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  /// Asks before something is done that cannot be taken back. Returns at once; Enter says yes, Escape no.
  ///
  /// @param owner   the window that it is about
  /// @param words   what is asked
  /// @param onYes   what to do then
  /// @param onClose what to do when the question is gone, whatever the answer was
  public static void ask(Window owner, Question words, Runnable onYes, Runnable onClose) {
    var yes = new ButtonType(words.yes(), ButtonData.OK_DONE);
    var no = new ButtonType(words.no(), ButtonData.CANCEL_CLOSE);
    var alert = new Alert(AlertType.CONFIRMATION, words.explanation(), no, yes);
    alert.initOwner(owner);
    alert.setTitle(words.title());
    alert.setHeaderText(words.question());
    alert.setGraphic(null);
    alert.setOnHidden(event -> {
      onClose.run();
      if (alert.getResult() == yes) {
        onYes.run();
      }
    });
    alert.show();
  }

  private static @Nullable Window windowOf(Node near) {
    return near.getScene() == null ? null : near.getScene().getWindow();
  }
}
