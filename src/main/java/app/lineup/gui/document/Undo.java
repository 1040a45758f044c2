package app.lineup.gui.document;

import app.lineup.app.session.Session;
import app.lineup.gui.text.Texts;
import app.lineup.library.Batch;
import app.lineup.library.LibraryChange;
import app.lineup.library.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Undo and redo of everything in the library, and the history in words. One for the whole window. Not thread-safe;
/// used by the window's thread.
public final class Undo {

  private final Texts texts;
  private final Session session;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();

  /// One entry of the history, newest first.
  ///
  /// @param batch   what was done
  /// @param text    the same in words
  /// @param at      when
  /// @param inForce whether it was not taken back
  public record Entry(Batch batch, String text, Instant at, boolean inForce) {}

  /// @param texts those of all rooms, where the labels are
  public Undo(Texts texts, Session session) {
    this.texts = texts;
    this.session = session;
    session.listen(EnumSet.allOf(Part.class), library -> {
      judge();
      offer();
    });
    judge();
  }

  private void judge() {
    canUndo.set(session.history().toUndo().isPresent());
    canRedo.set(session.history().toRedo().isPresent());
  }

  /// What took something away is said, with the offer to bring it back.
  private void offer() {
    Optional<Batch> last = session.history().toUndo().filter(batch -> session.history().toRedo().isEmpty())
        .filter(batch -> batch.changes().stream().anyMatch(LibraryChange.Removed.class::isInstance));
    offered.set(last.isPresent());
    said.set(last.map(this::words).orElse(""));
  }

  /// Whether there is something to take back.
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  /// Whether there is something to make again.
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /// Whether what is said can be taken back at once.
  public ReadOnlyBooleanProperty offered() {
    return offered.getReadOnlyProperty();
  }

  /// What was just taken away, undone or done again, in words; empty after any other change.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /// Takes back what was done last.
  public void undo() {
    session.undo().ifPresent(batch -> say(texts.get("undone", words(batch))));
  }

  /// Makes again what was taken back last.
  public void redo() {
    session.redo().ifPresent(batch -> say(texts.get("redone", words(batch))));
  }

  /// Takes back one batch, however old.
  public void takeBack(Entry entry) {
    int touched = session.history().touchedBy(entry.batch()).size();
    session.takeBack(entry.batch());
    say(touched == 0 ? texts.get("undone", entry.text()) : texts.get("undone.touched", entry.text(), touched));
  }

  /// What was done, newest first.
  public List<Entry> history() {
    List<Entry> all = new ArrayList<>();
    for (Batch batch : session.history().batches().reversed()) {
      all.add(new Entry(batch, words(batch), batch.at(), batch.isInForce()));
    }
    return all;
  }

  private void say(String what) {
    offered.set(false);
    said.set(what);
  }

  private String words(Batch batch) {
    return texts.get("did." + batch.label().key(), batch.label().args().toArray());
  }
}
