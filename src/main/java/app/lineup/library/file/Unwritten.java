package app.lineup.library.file;

import app.lineup.library.Batch;
import app.lineup.library.Library;
import app.lineup.library.edits.EditPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What changed since the library was written last: its newest state, the batches that are new or in another state, and
/// the notes that changed. Immutable.
///
/// @param library the newest state, empty where only notes changed
/// @param batches by their ids
/// @param edits   the pages of edits that are new
/// @param notes   the changed ones
record Unwritten(Optional<Library> library, Map<Long, Batch> batches, List<EditPage> edits, Map<String, String> notes) {

  static final Unwritten NOTHING = new Unwritten(Optional.empty(), Map.of(), List.of(), Map.of());

  Unwritten {
    batches = Map.copyOf(batches);
    edits = List.copyOf(edits);
    notes = Map.copyOf(notes);
  }

  static Unwritten of(Library library, Iterable<Batch> batches, List<EditPage> edits) {
    Map<Long, Batch> byId = new TreeMap<>();
    batches.forEach(batch -> byId.put(batch.id(), batch));
    return new Unwritten(Optional.of(library), byId, edits, Map.of());
  }

  static Unwritten ofNote(String name, String value) {
    return new Unwritten(Optional.empty(), Map.of(), List.of(), Map.of(name, value));
  }

  boolean isNothing() {
    return library.isEmpty() && batches.isEmpty() && notes.isEmpty();
  }

  /// This and what changed after it, which wins.
  Unwritten and(Unwritten later) {
    Map<Long, Batch> all = new HashMap<>(batches);
    all.putAll(later.batches);
    Map<String, String> both = new HashMap<>(notes);
    both.putAll(later.notes);
    List<EditPage> pages = new ArrayList<>(edits);
    pages.addAll(later.edits);
    return new Unwritten(later.library.or(() -> library), all, pages, both);
  }
}
