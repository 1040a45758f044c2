package app.lineup.gui.publish.model;

import app.lineup.gui.text.Texts;
import app.lineup.pipeline.output.KeptPlaylist;
import app.lineup.pipeline.output.Versions;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The playlist that is published, and those before it. Not thread-safe; used by the window's thread. Files are looked
/// at on another.
public final class PublishedViewModel {

  private final WordsViewModel words;
  private final Versions versions;
  private final Look look;
  private final Executor looks;
  private final Executor window;
  private final CountsViewModel counts;
  private final EarlierViewModel earlier;
  private final ObjectProperty<@Nullable KeptPlaylist> current = new SimpleObjectProperty<>();
  private final BooleanProperty nothing = new SimpleBooleanProperty();
  private final BooleanProperty logins = new SimpleBooleanProperty();
  private final StringProperty channels = new SimpleStringProperty("");
  private final StringProperty facts = new SimpleStringProperty("");

  /// @param look    looks into a playlist; called on `looks`
  /// @param changes where the published file is replaced, one change after the other; runs are there, too
  /// @param window  carries work to the window's thread
  public PublishedViewModel(
      Texts texts, Versions versions, Look look, Executor looks, Executor changes, Executor window) {
    this.words = new WordsViewModel(texts);
    this.versions = versions;
    this.look = look;
    this.looks = looks;
    this.window = window;
    this.counts = new CountsViewModel(texts, look);
    this.earlier = new EarlierViewModel(texts, versions, counts, changes, window, this::refresh);
  }

  /// The published playlist; null while there is none, or nobody has looked yet.
  public ReadOnlyObjectProperty<@Nullable KeptPlaylist> current() {
    return current;
  }

  /// The versions before.
  public EarlierViewModel earlier() {
    return earlier;
  }

  /// Whether it is known that nothing is published.
  public ReadOnlyBooleanProperty nothing() {
    return nothing;
  }

  /// Whether it is known that the published playlist carries logins.
  public ReadOnlyBooleanProperty logins() {
    return logins;
  }

  /// How many channels are published.
  public ReadOnlyStringProperty channels() {
    return channels;
  }

  /// Size and age of what is published.
  public ReadOnlyStringProperty facts() {
    return facts;
  }

  /// How much a playlist holds: channels, where they are counted.
  public String amount(KeptPlaylist.Stamp stamp) {
    return counts.amount(stamp);
  }

  /// Looks anew.
  public void refresh() {
    looks.execute(() -> look(Optional.empty(), kept -> {}));
  }

  /// A run has published a playlist.
  ///
  /// @param count how many channels it has
  /// @param then  is given the playlist
  void made(long count, Consumer<KeptPlaylist> then) {
    earlier.forgetUndo();
    looks.execute(() -> look(Optional.of(count), then));
  }

  private void look(Optional<Long> count, Consumer<KeptPlaylist> then) {
    try {
      Optional<KeptPlaylist> now = versions.published();
      List<KeptPlaylist> before = versions.earlier();
      now.ifPresent(kept -> count.ifPresent(known -> counts.put(kept, known)));
      window.execute(() -> {
        show(now.orElse(null), before);
        now.ifPresent(then);
      });
      if (now.isPresent()) {
        lookInto(now.get());
      }
      for (KeptPlaylist kept : before) {
        counts.count(kept);
        window.execute(this::showCounts);
      }
    } catch (NoSuchFileException gone) {
      // Replaced while it was looked at, and whoever did that looks anew.
      window.execute(this::showCounts);
    } catch (IOException e) {
      window.execute(() -> earlier.fail(e));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookInto(KeptPlaylist kept) throws IOException, InterruptedException {
    boolean found = look.logins(kept.file());
    window.execute(() -> {
      if (kept.equals(current.get())) {
        logins.set(found);
      }
    });
    counts.count(kept);
    window.execute(this::showCounts);
  }

  private void show(@Nullable KeptPlaylist now, List<KeptPlaylist> before) {
    if (now == null || !now.equals(current.get())) {
      logins.set(false);
    }
    current.set(now);
    nothing.set(now == null);
    facts.set(now == null ? "" : words.facts(now));
    earlier.show(now, before);
    showCounts();
  }

  private void showCounts() {
    KeptPlaylist now = current.get();
    channels.set(now == null ? "" : counts.shown(now));
    earlier.showCounts();
  }

  /// Looks into a playlist.
  public interface Look {
    /// Whether it carries logins.
    boolean logins(Path playlist) throws IOException, InterruptedException;

    long channels(Path playlist) throws PipelineException, InterruptedException;
  }
}
