package app.lineup.library.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changed since the library was written last: of each list the newest state, and each preference that changed.
/// Immutable.
///
/// @param sources     all sources, empty where none changed
/// @param rules       all rules, empty where none changed
/// @param preferences the changed ones
record Unwritten(Optional<List<KeptSource>> sources, Optional<List<KeptRule>> rules, Map<String, String> preferences) {

  static final Unwritten NOTHING = new Unwritten(Optional.empty(), Optional.empty(), Map.of());

  Unwritten {
    sources = sources.map(List::copyOf);
    rules = rules.map(List::copyOf);
    preferences = Map.copyOf(preferences);
  }

  static Unwritten ofSources(List<KeptSource> all) {
    return new Unwritten(Optional.of(all), Optional.empty(), Map.of());
  }

  static Unwritten ofRules(List<KeptRule> all) {
    return new Unwritten(Optional.empty(), Optional.of(all), Map.of());
  }

  static Unwritten ofPreference(String name, String value) {
    return new Unwritten(Optional.empty(), Optional.empty(), Map.of(name, value));
  }

  boolean isNothing() {
    return sources.isEmpty() && rules.isEmpty() && preferences.isEmpty();
  }

  /// This and what changed after it, which wins.
  Unwritten and(Unwritten later) {
    Map<String, String> both = new HashMap<>(preferences);
    both.putAll(later.preferences);
    return new Unwritten(later.sources.or(() -> sources), later.rules.or(() -> rules), both);
  }
}
