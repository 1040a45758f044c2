package app.lineup.engine.strategy;

import app.lineup.engine.memory.MemoryPressureLevel;

/// What is said of a strategy before it runs.
///
/// @param name      the name that settings, terminal and charts use
/// @param mode      how it holds what passes
/// @param bearsUpTo the highest pressure at which it may be chosen
/// @param summary   what it does, in a few words
public record StrategyProfile(String name, ProcessingMode mode, MemoryPressureLevel bearsUpTo, String summary) {}
