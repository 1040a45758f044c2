package app.lineup.stages.load;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.entry.Wanted;
import app.lineup.model.Channel;
import app.lineup.provider.m3u.M3uList;
import java.util.Set;

/// Several sources at once, each read by a thread and kept until it is its turn. The two strategies differ in how many.
public final class SideBySideLoader implements StageStrategy<M3uList, Channel> {

  /// What a channel at rest takes besides its entry's bytes.
  private static final int CHANNEL_BYTES = 150;

  private final StrategyProfile profile;
  private final Wanted wanted;
  private final int atOnce;

  private SideBySideLoader(StrategyProfile profile, Wanted wanted, int atOnce) {
    this.profile = profile;
    this.wanted = wanted;
    this.atOnce = atOnce;
  }

  /// All sources at once.
  ///
  /// @param wanted which entries are loaded
  public static SideBySideLoader inMemoryFull(Wanted wanted) {
    var profile = profile(
        "inmemory_full", ProcessingMode.BATCH, MemoryPressureLevel.OPTIMAL, "all sources at once, kept in memory",
        6_700_000);
    return new SideBySideLoader(profile, wanted, Integer.MAX_VALUE);
  }

  /// Two sources at a time.
  ///
  /// @param wanted which entries are loaded
  public static SideBySideLoader batched(Wanted wanted) {
    var profile = profile(
        "batched_loader", ProcessingMode.HYBRID, MemoryPressureLevel.MODERATE, "two sources at a time, each kept in memory",
        7_000_000);
    return new SideBySideLoader(profile, wanted, 2);
  }

  private static StrategyProfile profile(
      String name, ProcessingMode mode, MemoryPressureLevel bearsUpTo, String summary, double itemsPerSecond) {
    return new StrategyProfile(
        name, mode, bearsUpTo, Set.of(Capability.SEVERAL_CORES),
        CostEstimate.holding(CHANNEL_BYTES, itemsPerSecond), summary);
  }

  @Override
  public StrategyProfile profile() {
    return profile;
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<M3uList> upstream, StageContext context) {
    var readings = new Readings(upstream, context, wanted, atOnce);
    return new SourceIterator(readings, wanted, _ -> readings.take());
  }
}
