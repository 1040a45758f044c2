package app.lineup.engine.strategy;

import app.lineup.engine.memory.MemoryPressureLevel;
import java.util.Set;

/// What is said of a strategy before it runs. Immutable.
///
/// @param name         the name that settings, terminal and charts use
/// @param mode         how it holds what passes
/// @param bearsUpTo    the highest pressure at which it may be chosen
/// @param capabilities what it can do
/// @param cost         what it costs
/// @param summary      what it does, in a few words
public record StrategyProfile(
    String name,
    ProcessingMode mode,
    MemoryPressureLevel bearsUpTo,
    Set<Capability> capabilities,
    CostEstimate cost,
    String summary) {

  public StrategyProfile {
    capabilities = Set.copyOf(capabilities);
  }

  /// One that can do nothing special and was not measured.
  public StrategyProfile(String name, ProcessingMode mode, MemoryPressureLevel bearsUpTo, String summary) {
    this(name, mode, bearsUpTo, CostEstimate.UNMEASURED, summary);
  }

  /// One that can do nothing special.
  public StrategyProfile(
      String name, ProcessingMode mode, MemoryPressureLevel bearsUpTo, CostEstimate cost, String summary) {
    this(name, mode, bearsUpTo, Set.of(), cost, summary);
  }

  /// Whether it can do all that is asked for.
  public boolean can(Set<Capability> required) {
    return capabilities.containsAll(required);
  }
}
