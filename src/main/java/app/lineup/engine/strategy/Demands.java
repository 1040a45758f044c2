package app.lineup.engine.strategy;

import java.util.Map;
import java.util.Set;

/// What is asked of a run's strategies, whatever the pressure. Immutable.
///
/// @param preferred the strategy that the user wants, by the id of its stage
/// @param required  what a strategy must be able to do, by the id of its stage
/// @param given     what is so in this run
/// @param size      how large what is read is
/// @param roomBytes how much one stage may hold by its estimate, to be chosen without having been asked for
public record Demands(
    Map<String, String> preferred, Map<String, Set<Capability>> required, Set<Condition> given, KnownSize size,
    long roomBytes) {

  /// Nothing is.
  public static final Demands NONE = new Demands(Map.of(), Map.of(), Set.of(), KnownSize.UNKNOWN, Long.MAX_VALUE);

  /// The same of a run that may keep so many cores busy.
  public static Demands free(int threads) {
    return threads == 1 ? NONE
        : new Demands(Map.of(), Map.of(), Set.of(Condition.SEVERAL_CORES, Condition.RULES), KnownSize.UNKNOWN,
            Long.MAX_VALUE);
  }

  public Demands {
    preferred = Map.copyOf(preferred);
    required = Map.copyOf(required);
    given = Set.copyOf(given);
  }

  /// With room for anything.
  public Demands(Map<String, String> preferred, Map<String, Set<Capability>> required, KnownSize size) {
    this(preferred, required, Set.of(), size, Long.MAX_VALUE);
  }

  /// What a strategy of this stage must be able to do.
  Set<Capability> requiredOf(String stage) {
    return required.getOrDefault(stage, Set.of());
  }
}
