package app.lineup.pipeline;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.KnownSize;
import app.lineup.engine.strategy.ProcessingConditions;
import app.lineup.engine.strategy.StrategyChoice;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.LogoPlan;
import app.lineup.problem.PipelineException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What a run is likely to take, from the measured costs of its strategies; a guess, and no promise. Immutable.
///
/// It knows nothing of servers: waiting for lists and pictures comes on top, and so does a guide.
///
/// @param strategies  what each stage would start with
/// @param memoryBytes how much the run holds at its height, besides what the program holds without it
/// @param leastBytes  how much of that it cannot do without, however small the budget is
/// @param spillBytes  how much it writes into the space for what has no room in memory
/// @param pressure    the highest pressure it is likely to meet
/// @param seconds     how long it takes on the machine that the project's figures come from
public record Forecast(
    Map<StageType, StrategyProfile> strategies, long memoryBytes, long leastBytes, long spillBytes,
    MemoryPressureLevel pressure,
    double seconds) {

  /// An entry of a usual list.
  private static final int ENTRY_BYTES = 250;

  public Forecast {
    strategies = Collections.unmodifiableMap(new EnumMap<>(strategies));
  }

  /// How many entries a list of so many bytes is likely to have.
  static long likelyItems(long bytes) {
    return Math.ceilDiv(bytes, ENTRY_BYTES);
  }

  /// The forecast of a run with all cores of this computer.
  ///
  /// @param read what it is to read
  /// @param room how much memory there is
  /// @throws PipelineException if the run would not begin: a strategy is asked for that is not there or cannot do it
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter cannot be read
  public static Forecast of(RunPlan plan, ToRead read, RunMemory room) throws PipelineException {
    return of(CompiledPlan.of(plan), read, room, Runtime.getRuntime().availableProcessors());
  }

  /// @param threads how many cores the run may keep busy
  static Forecast of(CompiledPlan parts, ToRead read, RunMemory room, int threads) throws PipelineException {
    RunPlan plan = parts.plan();
    var size = new KnownSize(OptionalLong.of(read.items()), OptionalLong.of(read.bytes()));
    var conditions = new ProcessingConditions(
        MemoryPressureLevel.OPTIMAL, parts.demands(size, room.limitBytes(), threads, read.slow()));
    Map<StageType, StrategyProfile> chosen = chosen(plan, Strategies.of(parts), conditions);
    var memory = LikelyMemory.of(plan, chosen.values(), read, room);
    long peak = memory.peak(room);
    return new Forecast(chosen, peak, memory.least(), memory.spilled() + memory.written(), room.pressure(peak),
        LikelyTime.seconds(plan, chosen, read, memory, threads));
  }

  private static Map<StageType, StrategyProfile> chosen(
      RunPlan plan, Map<StageType, List<StrategyProfile>> known,
      ProcessingConditions conditions) throws PipelineException {
    Map<StageType, StrategyProfile> chosen = new EnumMap<>(StageType.class);
    for (Map.Entry<StageType, List<StrategyProfile>> stage : known.entrySet()) {
      List<StrategyProfile> able = stage.getKey() == StageType.LOGO_PREFETCH
          ? logos(plan, stage.getValue()) : stage.getValue();
      chosen.put(stage.getKey(), StrategyChoice.of(stage.getKey().id(), able, conditions));
    }
    return chosen;
  }

  /// As a run has them: without pictures only the last, without servers those that ask none.
  private static List<StrategyProfile> logos(RunPlan plan, List<StrategyProfile> known) {
    return switch (plan.logos()) {
      case LogoPlan.Off() -> List.of(known.getLast());
      case LogoPlan.On on -> on.asksServers() ? known : known.subList(known.size() - 2, known.size());
    };
  }
}
