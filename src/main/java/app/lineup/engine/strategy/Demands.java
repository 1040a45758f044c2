package app.lineup.engine.strategy;

import java.util.Map;
import java.util.Set;

/// What is asked of a run's strategies, whatever the pressure. Immutable.
///
/// @param preferred the strategy that the user wants, by the id of its stage
/// @param required  what a strategy must be able to do, by the id of its stage
/// @param size      how large what is read is
public record Demands(Map<String, String> preferred, Map<String, Set<Capability>> required, KnownSize size) {

  /// Nothing is.
  public static final Demands NONE = new Demands(Map.of(), Map.of(), KnownSize.UNKNOWN);

  public Demands {
    preferred = Map.copyOf(preferred);
    required = Map.copyOf(required);
  }

  /// What a strategy of this stage must be able to do.
  Set<Capability> requiredOf(Stage<?, ?> stage) {
    return required.getOrDefault(stage.id(), Set.of());
  }
}
