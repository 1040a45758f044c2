package app.lineup.library.file;

import app.lineup.library.History;
import app.lineup.library.Library;
import java.util.Map;

/// All that a library's file held when it was opened. Immutable.
///
/// @param library what the user made
/// @param history what can be taken back of it
/// @param notes   what the program remembers beside it, by name: see [Notes]
public record Opened(Library library, History history, Map<String, String> notes) {

  /// Copies the map.
  public Opened {
    notes = Map.copyOf(notes);
  }
}
