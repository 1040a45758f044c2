package app.lineup.engine.strategy;

import app.lineup.engine.memory.MemoryPressureLevel;

/// What a choice of strategy depends on.
///
/// @param pressure how much of its memory the run uses
/// @param demands  what is asked for
public record ProcessingConditions(MemoryPressureLevel pressure, Demands demands) {

  /// Whether a strategy fits.
  boolean allow(StrategyProfile profile) {
    return profile.bearsUpTo().compareTo(pressure) >= 0 && profile.mode().compareTo(demands.size().most()) <= 0;
  }
}
