package app.lineup.engine.strategy;

import app.lineup.engine.memory.MemoryPressureLevel;

/// What a choice of strategy depends on.
///
/// @param pressure how much of its memory the run uses
public record ProcessingConditions(MemoryPressureLevel pressure) {}
