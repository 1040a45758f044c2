package app.lineup.app.session;

import app.lineup.library.Batch;
import app.lineup.library.Library;
import app.lineup.library.edits.EditPage;
import java.util.List;

/// What is to be kept after a change. Immutable.
///
/// @param library the library as it is now
/// @param batches those that are new or in another state than before
/// @param edits   the pages of edits that are new
public record Commit(Library library, List<Batch> batches, List<EditPage> edits) {

  /// Copies the lists.
  public Commit {
    batches = List.copyOf(batches);
    edits = List.copyOf(edits);
  }
}
