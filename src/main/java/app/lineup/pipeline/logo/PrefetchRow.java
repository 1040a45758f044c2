package app.lineup.pipeline.logo;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StrategyProfile;

/// The strategies of Logo Prefetch that look into the cache, best first. They differ only in how many servers are asked
/// at once. Memory pressure alone chooses among the first two; the third is also that of a run that asks no servers.
/// Immutable.
enum PrefetchRow {
  CONCURRENT("concurrent_prefetch", 16, MemoryPressureLevel.MODERATE, CostEstimate.passing(4_000_000, 1_600),
      "many logos at once"),
  SEQUENTIAL("sequential_prefetch", 1, MemoryPressureLevel.HIGH, CostEstimate.passing(1_000_000, 1_400),
      "one logo after the other"),
  CACHED_ONLY("cached_only", 0, MemoryPressureLevel.CRITICAL, CostEstimate.passing(1_000_000, 50_000),
      "logos that are in the cache, no server is asked");

  private final StrategyProfile profile;
  private final int atOnce;

  PrefetchRow(String name, int atOnce, MemoryPressureLevel bearsUpTo, CostEstimate cost, String summary) {
    this.profile = new StrategyProfile(name, Shape.IN_ORDER, bearsUpTo, summary).can(Capability.SWITCHES_MID_STAGE)
        .costing(cost);
    this.atOnce = atOnce;
  }

  /// What is said of it before it runs.
  StrategyProfile profile() {
    return profile;
  }

  /// How many servers it asks at once at most; 0 where it asks none.
  int atOnce() {
    return atOnce;
  }

  /// How many servers the best strategy that bears `level` asks at once; 0 where none of these bears it.
  static int atOnce(MemoryPressureLevel level) {
    for (PrefetchRow row : values()) {
      if (level.compareTo(row.profile.bearsUpTo()) <= 0) {
        return row.atOnce;
      }
    }
    return 0;
  }
}
