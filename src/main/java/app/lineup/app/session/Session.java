package app.lineup.app.session;

import app.lineup.library.Batch;
import app.lineup.library.History;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibraryChange.Changed;
import app.lineup.library.LibraryChange.EditsChanged;
import app.lineup.library.LibraryChange.SettingChanged;
import app.lineup.library.Part;
import app.lineup.library.Setting;
import app.lineup.library.edits.Edit;
import app.lineup.library.edits.EditPage;
import app.lineup.library.edits.EditStore;
import app.lineup.library.edits.PackedEdits;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The open library: the one place where it changes, and where it is said what changed. Not thread-safe; used by the
/// window's thread, or by the one thread of a command.
///
/// Every change is a [Batch] with a label, which can be taken back: in order by [#undo], or a single old one by
/// [#takeBack]. Listeners name the [Part]s that they depend on and hear of changes to these alone:
///
/// ```java
/// session.listen(EnumSet.of(Part.SOURCES, Part.RULES), library -> preview.again());
/// session.change(Label.of("rule.off", "3"), new LibraryChange.Changed(row, row.withOn(false)));
/// ```
public final class Session {

  /// How many batches can be taken back; older ones are forgotten.
  public static final int KEPT_BATCHES = 1000;

  private final EditStore edits;
  private final Consumer<Commit> keep;
  private final InstantSource clock;
  private final List<Listener> listeners = new ArrayList<>();
  private Library library;
  private History history;
  private @Nullable Object merging;

  private record Listener(Set<Part> parts, Consumer<Library> consumer) {}

  /// Stops listening.
  @FunctionalInterface
  public interface Listening extends AutoCloseable {

    @Override
    void close();
  }

  /// @param library what was kept
  /// @param history what can be taken back of it
  /// @param edits   the edits of channels that were kept
  /// @param keep    has each change kept; must not wait
  public Session(Library library, History history, EditStore edits, Consumer<Commit> keep, InstantSource clock) {
    this.library = library;
    this.history = history;
    this.edits = edits;
    this.keep = keep;
    this.clock = clock;
  }

  /// The library as it is now.
  public Library library() {
    return library;
  }

  /// What can be taken back and made again.
  public History history() {
    return history;
  }

  /// What was changed by hand about channels, as of the library's state.
  public EditStore edits() {
    return edits;
  }

  /// Has `consumer` given the library after every change to one of these parts. Listeners are told in the order in
  /// which they came; a listener may change the library in turn.
  public Listening listen(Set<Part> parts, Consumer<Library> consumer) {
    var listener = new Listener(EnumSet.copyOf(parts), consumer);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Makes changes as one batch. Changes that change nothing are no batch.
  public void change(Label label, LibraryChange... changes) {
    change(label, List.of(changes));
  }

  /// Makes changes as one batch.
  public void change(Label label, List<LibraryChange> changes) {
    merging = null;
    commit(label, changes);
  }

  /// Makes a change that belongs to the one before, where that was made with the same `key` and nothing was done in
  /// between: what somebody types into one field is one step of undo.
  public void changeOn(Object key, Label label, LibraryChange change) {
    Optional<Batch> last = history.toUndo();
    if (key.equals(merging) && last.isPresent() && history.toRedo().isEmpty()) {
      Batch batch = last.get();
      var longer = new Batch(batch.id(), batch.at(), label, joined(batch.changes(), change), OptionalLong.empty());
      apply(List.of(change), history.with(longer), longer);
    } else {
      commit(label, List.of(change));
    }
    merging = key;
  }

  /// Says that what is changed next belongs to nothing before, whatever its key.
  public void endMerging() {
    merging = null;
  }

  private static List<LibraryChange> joined(List<LibraryChange> all, LibraryChange next) {
    List<LibraryChange> joined = new ArrayList<>(all);
    if (next instanceof Changed(var _, var after) && joined.getLast() instanceof Changed(var before, var between)
        && between.id() == after.id()) {
      joined.set(joined.size() - 1, new Changed(before, after));
    } else if (next instanceof SettingChanged(var setting, var _, var after)
        && joined.getLast() instanceof SettingChanged(var same, var before, var _) && setting == same) {
      joined.set(joined.size() - 1, new SettingChanged(setting, before, after));
    } else {
      joined.add(next);
    }
    return joined;
  }

  /// Changes channels by hand, as one batch.
  public void edit(Label label, List<Edit> changes) {
    edit(label, PackedEdits.of(changes));
  }

  /// Changes channels by hand, as one batch. None are no batch.
  public void edit(Label label, PackedEdits changes) {
    if (changes.size() == 0) {
      return;
    }
    merging = null;
    long number = history.next();
    List<EditPage> pages = edits.add(number, changes);
    List<LibraryChange> change = List.of(new EditsChanged(number, true));
    var batch = new Batch(number, clock.instant(), label, change, OptionalLong.empty());
    apply(change, history.and(batch).keeping(KEPT_BATCHES), batch, pages);
  }

  private void commit(Label label, List<LibraryChange> changes) {
    Library after = library;
    for (LibraryChange change : changes) {
      after = after.with(change);
    }
    if (after.version() > library.version()) {
      var batch = new Batch(history.next(), clock.instant(), label, changes, OptionalLong.empty());
      apply(changes, history.and(batch).keeping(KEPT_BATCHES), batch);
    }
  }

  /// Sets a setting; one that has this value already is not changed.
  public void set(Setting setting, String value) {
    Optional<String> before = library.setting(setting);
    if (!before.equals(Optional.of(value))) {
      changeOn(setting, Label.of("setting." + setting.key()), new SettingChanged(setting, before, Optional.of(value)));
    }
  }

  /// Takes back the newest batch that is in force.
  ///
  /// @return that batch, empty where there is none
  public Optional<Batch> undo() {
    Optional<Batch> batch = history.toUndo();
    batch.ifPresent(this::takeBack);
    return batch;
  }

  /// Makes again the batch that was taken back last.
  ///
  /// @return that batch, empty where there is none or something new was done since
  public Optional<Batch> redo() {
    Optional<Batch> batch = history.toRedo();
    batch.ifPresent(again -> {
      merging = null;
      History next = history.with(again.restored());
      apply(next.effective(again.changes(), again), next, again.restored());
    });
    return batch;
  }

  /// Takes back one batch, be it old or new. What was changed since about the same things stays as it is; see
  /// [History#touchedBy].
  public void takeBack(Batch batch) {
    Batch now = history.batch(batch.id()).orElseThrow(() -> new IllegalArgumentException("forgotten: " + batch.id()));
    if (now.isInForce()) {
      merging = null;
      Batch undone = now.takenBack(history.next());
      History next = history.with(undone);
      apply(next.effective(now.inverse(), now), next, undone);
    }
  }

  private void apply(List<LibraryChange> changes, History next, Batch batch) {
    apply(changes, next, batch, List.of());
  }

  private void apply(List<LibraryChange> changes, History next, Batch batch, List<EditPage> pages) {
    var parts = EnumSet.noneOf(Part.class);
    for (LibraryChange change : changes) {
      library = library.with(change);
      if (change instanceof EditsChanged(long number, boolean on)) {
        edits.turn(number, on);
      }
      parts.add(change.part());
    }
    history = next;
    keep.accept(new Commit(library, List.of(batch), pages));
    for (Listener listener : List.copyOf(listeners)) {
      if (listener.parts().stream().anyMatch(parts::contains)) {
        listener.consumer().accept(library);
      }
    }
  }
}
