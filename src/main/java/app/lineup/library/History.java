package app.lineup.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The batches that can still be taken back or made again, oldest first. Immutable.
///
/// Undo takes back the newest batch that is in force. Redo makes again the batch that was taken back last, as long as
/// nothing new was done since. Any batch that is in force can be taken back on its own.
///
/// @param batches in the order in which they were done
/// @param next    the number that the next batch, or the next step of undo, gets
public record History(List<Batch> batches, long next) {

  /// Nothing was done yet.
  public static final History EMPTY = new History(List.of(), 1);

  /// Copies the list.
  public History {
    batches = List.copyOf(batches);
  }

  /// The batch that undo takes back.
  public Optional<Batch> toUndo() {
    return batches.stream().filter(Batch::isInForce).max(Comparator.comparingLong(Batch::id));
  }

  /// The batch that redo makes again.
  public Optional<Batch> toRedo() {
    long newest = batches.isEmpty() ? 0 : batches.getLast().id();
    return batches.stream().filter(batch -> batch.undoneBy().orElse(0) > newest)
        .max(Comparator.comparingLong(batch -> batch.undoneBy().getAsLong()));
  }

  /// The batch with this id, where it is still remembered.
  public Optional<Batch> batch(long id) {
    return batches.stream().filter(batch -> batch.id() == id).findFirst();
  }

  /// The history with a new batch behind the others.
  public History and(Batch batch) {
    List<Batch> all = new ArrayList<>(batches);
    all.add(batch);
    return new History(all, batch.id() + 1);
  }

  /// The history with a batch in another state: taken back, in force again, or with more changes.
  public History with(Batch batch) {
    List<Batch> all = new ArrayList<>(batches);
    all.replaceAll(one -> one.id() == batch.id() ? batch : one);
    return new History(all, Math.max(next, batch.undoneBy().orElse(0) + 1));
  }

  /// The history without its oldest batches.
  ///
  /// @param most how many stay
  public History keeping(int most) {
    return batches.size() <= most ? this : new History(batches.subList(batches.size() - most, batches.size()), next);
  }

  /// Those of `changes` that are to be made where batches are taken back out of order: a row whose adding was taken
  /// back, or whose removal is in force, does not come back.
  ///
  /// @param of the batch that is taken back or made again; what it does itself is no hindrance
  public List<LibraryChange> effective(List<LibraryChange> changes, Batch of) {
    List<Batch> others = batches.stream().filter(batch -> batch.id() != of.id()).toList();
    return changes.stream()
        .filter(change -> !(change instanceof LibraryChange.Added(Row row, int _)) || mayBeThere(row, others)).toList();
  }

  private static boolean mayBeThere(Row row, List<Batch> others) {
    for (Batch batch : others) {
      for (LibraryChange change : batch.changes()) {
        if (batch.isInForce() && change instanceof LibraryChange.Removed(Row other, int _) && isSame(other, row)) {
          return false;
        }
        if (!batch.isInForce() && change instanceof LibraryChange.Added(Row other, int _) && isSame(other, row)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSame(Row one, Row other) {
    return one.id() == other.id() && one.part() == other.part();
  }

  /// The batches that came after `batch`, are in force, and change a row or setting that it changes, too: what taking
  /// it back on its own would touch.
  public List<Batch> touchedBy(Batch batch) {
    return batches.stream().filter(other -> other.id() > batch.id() && other.isInForce())
        .filter(
            other -> other.changes().stream().anyMatch(one -> batch.changes().stream().anyMatch(two -> same(one, two))))
        .toList();
  }

  private static boolean same(LibraryChange one, LibraryChange other) {
    return one.part() == other.part() && subject(one) == subject(other);
  }

  private static long subject(LibraryChange change) {
    return switch (change) {
      case LibraryChange.Added(Row row, int _) -> row.id();
      case LibraryChange.Removed(Row row, int _) -> row.id();
      case LibraryChange.Moved(Row row, int _, int _) -> row.id();
      case LibraryChange.Changed(Row before, Row _) -> before.id();
      case LibraryChange.SettingChanged(Setting setting, var _, var _) -> setting.ordinal();
      case LibraryChange.EditsChanged(long edits, boolean _) -> edits;
    };
  }
}
