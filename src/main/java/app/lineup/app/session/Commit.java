package app.lineup.app.session;

import app.lineup.library.Batch;
import app.lineup.library.Library;
import java.util.ArrayList;
import java.util.List;

/// What is to be kept after a change. Immutable.
///
/// @param library the library as it is now
/// @param batches those that are new or in another state than before
public record Commit(Library library, List<Batch> batches) {

  /// Copies the list.
  public Commit {
    batches = List.copyOf(batches);
  }

  /// This and a later commit as one.
  public Commit and(Commit later) {
    List<Batch> all = new ArrayList<>(batches);
    all.removeIf(batch -> later.batches.stream().anyMatch(other -> other.id() == batch.id()));
    all.addAll(later.batches);
    return new Commit(later.library, all);
  }
}
