package app.lineup.library.file;

import app.lineup.library.History;
import app.lineup.library.Library;
import app.lineup.library.edits.EditStore;
import java.util.List;
import java.util.Map;

/// All that a library's file held when it was opened. Immutable.
///
/// @param library what the user made
/// @param history what can be taken back of it
/// @param edits   the batches of edits, oldest first
/// @param notes   what the program remembers beside it, by name: see [Notes]
public record Opened(Library library, History history, List<EditStore.Stored> edits, Map<String, String> notes) {

  /// Copies what can change.
  public Opened {
    edits = List.copyOf(edits);
    notes = Map.copyOf(notes);
  }
}
