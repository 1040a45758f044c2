package app.lineup.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What one action of the user changed: one step of undo. Immutable.
///
/// @param id       grows with every batch and every step of undo, so that it says what came first
/// @param at       when it was done
/// @param label    what it did
/// @param changes  in the order in which they were made
/// @param undoneBy the number of the step that took it back, empty while it is in force
public record Batch(long id, Instant at, Label label, List<LibraryChange> changes, OptionalLong undoneBy) {

  /// Copies the list.
  public Batch {
    changes = List.copyOf(changes);
  }

  /// Whether it is in force.
  public boolean isInForce() {
    return undoneBy.isEmpty();
  }

  /// The same batch, taken back by the step `number`.
  public Batch takenBack(long number) {
    return new Batch(id, at, label, changes, OptionalLong.of(number));
  }

  /// The same batch, in force again.
  public Batch restored() {
    return new Batch(id, at, label, changes, OptionalLong.empty());
  }

  /// What takes it back, in the order in which that is done.
  public List<LibraryChange> inverse() {
    List<LibraryChange> all = new ArrayList<>(changes.reversed());
    all.replaceAll(LibraryChange::inverse);
    return all;
  }
}
