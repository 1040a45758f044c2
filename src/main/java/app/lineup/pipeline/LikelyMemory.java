package app.lineup.pipeline;

import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.sort.SortedRuns;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Deduplication;
import app.lineup.model.Location;
import java.util.Collection;

/// What a run is likely to hold and to lay on the disk. The figures are measured (src/bench, `forecast.md`). Immutable.
///
/// Three kinds of bytes make up what is held: those that stay, those that rest where there is room, and those that
/// nobody holds any more but the JVM, which lets them go when pressure is near. The last are what makes the forecast of
/// a run that spills.
///
/// @param least   what it cannot do without: passing blocks, and what is remembered of channels
/// @param resting what is in memory where there is room
/// @param left    what was in memory and is not let go before there is pressure
/// @param spilled what goes to the disk for want of memory
/// @param written what goes to the disk whatever the memory
record LikelyMemory(long least, long resting, long left, long spilled, long written) {

  /// The run's own objects, its rules, and blocks on their way.
  private static final long RUN_BYTES = 4_500_000;
  /// What is remembered of a channel, to know it again in another source (src/bench, `DuplicateTimes`).
  private static final long DUPLICATE_BYTES = 14;
  /// What a channel that is sorted takes beside its own bytes: objects, places and key.
  private static final long SORTED_BYTES = 330;
  /// What it takes on the disk beside them.
  private static final long PACKED_BYTES = 70;
  private static final long JSON_BYTES = 275;

  private static final LikelyMemory NOTHING = new LikelyMemory(0, 0, 0, 0, 0);

  static LikelyMemory of(RunPlan plan, Collection<StrategyProfile> chosen, ToRead read, RunMemory room) {
    return stages(chosen, read, room).and(duplicates(plan, read)).and(sorted(plan, read, room))
        .and(atRest(plan, read, room));
  }

  private LikelyMemory and(LikelyMemory other) {
    return new LikelyMemory(least + other.least, resting + other.resting, left + other.left, spilled + other.spilled,
        written + other.written);
  }

  /// The most that is held.
  long peak(RunMemory room) {
    long all = least + resting + left;
    return Math.min(all, Math.max(least + Math.min(resting, room.untilCollected()), room.untilCollected()));
  }

  /// Everything that a strategy holds is spilled where not all of it has room.
  private static LikelyMemory stages(Collection<StrategyProfile> chosen, ToRead read, RunMemory room) {
    var all = new LikelyMemory(RUN_BYTES, 0, 0, 0, 0);
    for (StrategyProfile profile : chosen) {
      CostEstimate cost = profile.cost();
      long held = cost.heldBytes(read.items(), read.bytes());
      long disk = cost.diskBytes(read.bytes());
      boolean fits = cost.fixedBytes() + held <= room.untilCollected();
      all = all.and(
          new LikelyMemory(cost.fixedBytes(), fits ? held : 0, fits ? disk : held + disk, fits ? 0 : held, disk));
    }
    return all;
  }

  /// Whether channels of several sources are compared.
  static boolean isCompared(RunPlan plan) {
    return plan.tuning().deduplication() != Deduplication.NONE && plan.sources().size() > 1;
  }

  /// Such runs do not use their blocks again.
  private static LikelyMemory duplicates(RunPlan plan, ToRead read) {
    return !isCompared(plan) ? NOTHING : new LikelyMemory(DUPLICATE_BYTES * read.items(), 0, read.bytes() / 2, 0, 0);
  }

  private static LikelyMemory sorted(RunPlan plan, ToRead read, RunMemory room) {
    if (plan.order().isAsLoaded()) {
      return NOTHING;
    }
    long weight = read.bytes() + SORTED_BYTES * read.items();
    long run = threshold(SortedRuns.within(room.limitBytes()));
    if (weight <= run) {
      return new LikelyMemory(0, weight, 0, 0, 0);
    }
    long more = switch (plan.tuning().spillFormat()) {
      case PACKED -> PACKED_BYTES;
      case JSONL -> JSON_BYTES;
    };
    return new LikelyMemory(0, run, weight - run, read.bytes() + more * read.items(), 0);
  }

  /// A list that comes through a pipe and is read twice.
  private static LikelyMemory atRest(RunPlan plan, ToRead read, RunMemory room) {
    boolean piped = plan.numbering().keepsOwn()
        && plan.sources().stream().anyMatch(source -> source.location() instanceof Location.StandardInput);
    if (!piped) {
      return NOTHING;
    }
    long most = threshold(Resting.within(room.limitBytes()));
    return read.bytes() <= most
        ? new LikelyMemory(0, read.bytes(), 0, 0, 0)
        : new LikelyMemory(0, most, read.bytes() - most, read.bytes(), 0);
  }

  private static long threshold(AccumulationStrategy strategy) {
    return switch (strategy) {
      case AccumulationStrategy.InMemory() -> Long.MAX_VALUE;
      case AccumulationStrategy.Hybrid(long bytes) -> bytes;
      case AccumulationStrategy.FileSpilled _ -> 0;
    };
  }
}
