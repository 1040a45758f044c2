package app.lineup.gui.publish.model;

import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.output.KeptPlaylist;
import app.lineup.pipeline.output.Versions;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The playlists that were published before. Not thread-safe; used by the window's thread; files are changed on
/// another.
public final class EarlierViewModel {

  private final Texts texts;
  private final WordsViewModel words;
  private final Versions versions;
  private final CountsViewModel counts;
  private final Executor changes;
  private final Executor window;
  private final Runnable refresh;
  private final ObservableList<VersionViewModel> rows = FXCollections.observableArrayList();
  private final StringProperty said = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>();
  private @Nullable KeptPlaylist published;
  private @Nullable KeptPlaylist undo;

  /// @param refresh looks at the files anew
  EarlierViewModel(
      Texts texts, Versions versions, CountsViewModel counts, Executor changes, Executor window, Runnable refresh) {
    this.texts = texts;
    this.words = new WordsViewModel(texts);
    this.versions = versions;
    this.counts = counts;
    this.changes = changes;
    this.window = window;
    this.refresh = refresh;
  }

  /// The versions, the latest first.
  public ObservableList<VersionViewModel> rows() {
    return rows;
  }

  /// What was just done and can be undone; may be empty.
  public ReadOnlyStringProperty said() {
    return said;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure;
  }

  /// Publishes a version again.
  public void useAgain(VersionViewModel version) {
    use(version.kept(), published, texts.get("used", version.made()));
  }

  /// Publishes again what was published before that.
  public void undo() {
    KeptPlaylist before = undo;
    if (before != null) {
      rows.stream().filter(version -> version.kept().stamp().equals(before.stamp())).findFirst()
          .ifPresent(version -> use(version.kept(), null, ""));
    }
  }

  private void use(KeptPlaylist kept, @Nullable KeptPlaylist before, String done) {
    failure.set(null);
    forgetUndo();
    changes.execute(() -> {
      try {
        versions.useAgain(kept);
        window.execute(() -> {
          undo = before;
          said.set(before == null ? "" : done);
          refresh.run();
        });
      } catch (IOException e) {
        window.execute(() -> {
          fail(e);
          refresh.run();
        });
      }
    });
  }

  /// From now on there is nothing to undo.
  void forgetUndo() {
    undo = null;
    said.set("");
  }

  void fail(IOException failed) {
    String what = failed instanceof NoSuchFileException ? texts.get("gone") : texts.get("unreadable");
    failure.set(new Failure(
        texts.get("about.versions"), what, texts.get("advice.versions"), Stack.of(failed)));
  }

  void show(@Nullable KeptPlaylist now, List<KeptPlaylist> earlier) {
    published = now;
    rows.setAll(earlier.stream()
        .map(kept -> new VersionViewModel(kept, words.when(kept.madeAt()), Amounts.bytes(kept.bytes()))).toList());
    showCounts();
  }

  void showCounts() {
    rows.forEach(version -> version.count(counts.shown(version.kept())));
  }
}
