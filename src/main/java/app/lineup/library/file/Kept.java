package app.lineup.library.file;

import java.util.List;
import java.util.Map;

/// All that the library held when it was opened. Immutable.
///
/// @param sources     in the order of their channels
/// @param rules       rules and filters in their order
/// @param preferences what the user chose, by name
public record Kept(List<KeptSource> sources, List<KeptRule> rules, Map<String, String> preferences) {

  public Kept {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
    preferences = Map.copyOf(preferences);
  }
}
