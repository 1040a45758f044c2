package app.lineup.engine.strategy;

import app.lineup.engine.memory.MemoryPressureLevel;

/// What a choice of strategy depends on.
///
/// @param pressure how much of its memory the run uses
/// @param demands  what is asked for
public record ProcessingConditions(MemoryPressureLevel pressure, Demands demands) {

  /// Whether a strategy fits that nobody asked for.
  boolean allow(StrategyProfile profile) {
    KnownSize size = demands.size();
    return bears(profile)
        && demands.given().containsAll(profile.when())
        && hasRoom(profile.cost(), size);
  }

  /// What holds all that passes has no room where nobody knows how much that is.
  private boolean hasRoom(CostEstimate cost, KnownSize size) {
    return size.isUnknown() && cost.heldBytes(1, 1) > 0
        ? demands.roomBytes() == Long.MAX_VALUE
        : cost.memoryBytes(size.items().orElse(0), size.bytes().orElse(0)) <= demands.roomBytes();
  }

  /// Whether a strategy bears the pressure.
  boolean bears(StrategyProfile profile) {
    return profile.bearsUpTo().compareTo(pressure) >= 0;
  }
}
