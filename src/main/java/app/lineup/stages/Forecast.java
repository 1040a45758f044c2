package app.lineup.stages;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.KnownSize;
import app.lineup.engine.strategy.ProcessingConditions;
import app.lineup.engine.strategy.StrategyChoice;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Deduplication;
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
/// @param spillBytes  how much it writes into the space for what has no room in memory
/// @param pressure    the highest pressure it is likely to meet
/// @param seconds     how long it takes a program that has run before, on the machine that the project's figures come from
public record Forecast(
    Map<StageType, StrategyProfile> strategies, long memoryBytes, long spillBytes, MemoryPressureLevel pressure, double seconds) {

  /// An entry of a usual list.
  private static final int ENTRY_BYTES = 250;
  /// Blocks of lists, chunks under way and the run's own objects.
  private static final long RUN_BYTES = 4_000_000;
  /// What the rest of an accumulator may be in memory while there is pressure.
  private static final long LEFT_BYTES = 10_000_000;
  /// What is remembered of a channel, to know it again in another source (src/bench, `DuplicateTimes`).
  private static final long DUPLICATE_BYTES = 14;
  /// Items to the disk and back (decision 17).
  private static final double SPILLED_PER_SECOND = 2_400_000;
  /// What a rate was measured with.
  private static final double RULES = 5;
  private static final double FILTERS = 4;

  public Forecast {
    strategies = Collections.unmodifiableMap(new EnumMap<>(strategies));
  }

  /// How many entries a list of so many bytes is likely to have.
  public static long likelyItems(long bytes) {
    return Math.ceilDiv(bytes, ENTRY_BYTES);
  }

  /// The forecast of a run with all cores of this computer.
  ///
  /// @param items       how many entries its sources have; see [#likelyItems]
  /// @param bytes       how many bytes they have, unpacked
  /// @param budgetBytes how much memory there is for it: its budget, less what the program holds without it
  /// @throws PipelineException if the run would not begin: a strategy is asked for that is not there or cannot do it
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter cannot be read
  public static Forecast of(RunPlan plan, long items, long bytes, long budgetBytes) throws PipelineException {
    return of(plan, items, bytes, budgetBytes, Runtime.getRuntime().availableProcessors());
  }

  static Forecast of(RunPlan plan, long items, long bytes, long budgetBytes, int threads) throws PipelineException {
    RunParts parts = RunParts.of(plan);
    var size = new KnownSize(OptionalLong.of(items), OptionalLong.of(bytes));
    var conditions = new ProcessingConditions(MemoryPressureLevel.OPTIMAL, parts.demands(size, budgetBytes, threads, 0));
    Map<StageType, StrategyProfile> chosen = chosen(plan, Strategies.of(parts), conditions);
    List<CostEstimate> costs = chosen.values().stream().map(StrategyProfile::cost).toList();

    long passing = RUN_BYTES + costs.stream().mapToLong(CostEstimate::fixedBytes).sum() + duplicates(plan, items);
    long held = costs.stream().mapToLong(cost -> cost.heldBytes(items, bytes)).sum();
    boolean spills = held > 0 && passing + held > budgetBytes * MemoryPressureLevel.CRITICAL.from();
    long peak = spills
        ? Math.max(passing + Math.min(held, LEFT_BYTES), Math.round(budgetBytes * MemoryPressureLevel.CRITICAL.from()))
        : passing + held;
    long written = costs.stream().mapToLong(cost -> cost.diskBytes(bytes)).sum();
    double copies = spills ? costs.stream().mapToDouble(CostEstimate::copies).sum() : 0;
    double seconds = seconds(plan, chosen, items) + copies * items / SPILLED_PER_SECOND;
    return new Forecast(
        chosen, peak, written + Math.round(copies * bytes), pressure(peak, budgetBytes), seconds);
  }

  private static Map<StageType, StrategyProfile> chosen(
      RunPlan plan, Map<StageType, List<StrategyProfile>> known, ProcessingConditions conditions) throws PipelineException {
    Map<StageType, StrategyProfile> chosen = new EnumMap<>(StageType.class);
    for (Map.Entry<StageType, List<StrategyProfile>> stage : known.entrySet()) {
      List<StrategyProfile> able = stage.getKey() == StageType.LOGO_PREFETCH ? logos(plan, stage.getValue()) : stage.getValue();
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

  private static long duplicates(RunPlan plan, long items) {
    return plan.tuning().deduplication() == Deduplication.NONE || plan.sources().size() < 2 ? 0 : DUPLICATE_BYTES * items;
  }

  private static double seconds(RunPlan plan, Map<StageType, StrategyProfile> chosen, long items) {
    double rules = plan.rules().stream().filter(rule -> rule.on()).count() / RULES;
    double filters = plan.filters().stream().filter(filter -> filter.on()).count() / FILTERS;
    double seconds = 0;
    for (Map.Entry<StageType, StrategyProfile> stage : chosen.entrySet()) {
      double alone = stage.getValue().cost().seconds(items);
      seconds += switch (stage.getKey()) {
        case DATA_MAPPING -> alone * rules;
        case FILTERING -> alone * filters;
        case SOURCE_LOADING, CHANNEL_NUMBERING, M3U_GENERATION, OUTPUT -> alone;
        // Most are in the cache or not, and then their servers decide.
        case LOGO_PREFETCH -> 0;
      };
    }
    return seconds;
  }

  private static MemoryPressureLevel pressure(long bytes, long budgetBytes) {
    MemoryPressureLevel highest = MemoryPressureLevel.OPTIMAL;
    for (MemoryPressureLevel level : MemoryPressureLevel.values()) {
      highest = bytes >= level.from() * budgetBytes ? level : highest;
    }
    return highest;
  }
}
