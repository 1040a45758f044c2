package app.lineup.gui.settings.model;

import app.lineup.app.publish.WholeFile;
import app.lineup.app.session.Session;
import app.lineup.gui.text.Texts;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.Replacement;
import app.lineup.library.file.Backups;
import app.lineup.library.file.Backups.Backup;
import app.lineup.library.file.LibraryException;
import app.lineup.library.json.LibraryJson;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The library as a file that can be kept elsewhere, and the backups that the program makes by itself. What is taken in
/// is one step of undo. Not thread-safe; used by the window's thread; files are read and written on another.
public final class LibraryCopies {

  private final Texts texts;
  private final Session session;
  private final Backups backups;
  private final Executor background;
  private final Executor window;
  private final ObservableList<Instant> found = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");

  /// @param backups    where the backups are
  /// @param background where files are read and written
  /// @param window     carries work to the window's thread
  public LibraryCopies(Texts texts, Session session, Backups backups, Executor background, Executor window) {
    this.texts = texts;
    this.session = session;
    this.backups = backups;
    this.background = background;
    this.window = window;
  }

  /// When the backups were made that there are, newest first, as of the last [#look].
  public ObservableList<Instant> found() {
    return found;
  }

  /// What became of the last thing that was asked for, in words; empty before.
  public ReadOnlyStringProperty says() {
    return says.getReadOnlyProperty();
  }

  /// Looks which backups there are.
  public void look() {
    background.execute(() -> {
      try {
        List<Instant> all = backups.all().stream().map(Backup::at).toList();
        window.execute(() -> found.setAll(all));
      } catch (IOException e) {
        say(texts.get("library.no-backups", Reason.of(e)));
      }
    });
  }

  /// Writes the library into a file, without logins.
  public void export(Path file) {
    Library library = session.library();
    background.execute(() -> {
      try {
        new WholeFile(file).replace(LibraryJson.write(library).getBytes(StandardCharsets.UTF_8));
        say(texts.get("library.exported", file));
      } catch (IOException e) {
        say(texts.get("library.not-exported", file, Reason.of(e)));
      }
    });
  }

  /// Puts the library of a file in the place of this one.
  public void take(Path file) {
    background.execute(() -> {
      try {
        LibraryJson.Read read = LibraryJson.read(Files.readString(file), String.valueOf(file.getFileName()));
        String then = read.withoutLogin().isEmpty()
            ? "" : texts.get("library.logins", String.join(", ", read.withoutLogin()));
        window.execute(() -> replace(read.library(), String.valueOf(file.getFileName()), then));
      } catch (PipelineException e) {
        say(texts.get("library.refused", e.subject(), e.what(), e.advice()));
      } catch (IOException e) {
        say(texts.get("library.refused", file, Reason.of(e), ""));
      }
    });
  }

  /// Puts the library of the backup that was made then in the place of this one.
  public void take(Instant at) {
    background.execute(() -> {
      try {
        Optional<Backup> backup = backups.all().stream().filter(one -> one.at().equals(at)).findFirst();
        if (backup.isPresent()) {
          String name = String.valueOf(backup.get().file().getFileName());
          Library library = Backups.read(backup.get()).library();
          window.execute(() -> replace(library, name, ""));
        }
      } catch (LibraryException e) {
        say(texts.get("library.refused", e.path(), e.reason(), ""));
      } catch (IOException e) {
        say(texts.get("library.no-backups", Reason.of(e)));
      }
    });
  }

  private void replace(Library wanted, String from, String then) {
    session.change(Label.of("imported", from), Replacement.of(session.library(), wanted));
    says.set((texts.get("library.taken", from) + " " + then).strip());
  }

  private void say(String what) {
    window.execute(() -> says.set(what));
  }
}
