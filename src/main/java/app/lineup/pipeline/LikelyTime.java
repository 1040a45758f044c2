package app.lineup.pipeline;

import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.SpillFormat;
import java.util.Map;

/// How long a run is likely to take, in seconds. The figures are those of a computer with two cores, of which only the
/// quick compiler is used, as the terminal does (src/bench, `forecast.md`). Thread-safe: no state.
final class LikelyTime {

  /// What any run takes until it is under way, its code seen for the first time.
  private static final double START = 0.15;
  /// What a rate was measured with.
  private static final double RULES = 5;
  private static final double FILTERS = 4;
  /// How many cores were of use.
  private static final int MOST_THREADS = 4;
  /// Numbers are looked for by a search that is a little quicker than a reading.
  private static final double FIRST_PASS = 0.9;
  private static final double SORTED_PER_SECOND = 270_000;
  private static final double JSON_LINES_PER_SECOND = 80_000;
  private static final double COMPARED_PER_SECOND = 1_700_000;
  private static final double SPILLED_BYTES_PER_SECOND = 450e6;
  private static final double UNPACKED_BYTES_PER_SECOND = 40e6;

  private LikelyTime() {}

  static double seconds(
      RunPlan plan, Map<StageType, StrategyProfile> chosen, ToRead read, LikelyMemory memory, int threads) {
    double seconds = START;
    double before = 0;
    for (Map.Entry<StageType, StrategyProfile> stage : chosen.entrySet()) {
      double own = stage(plan, stage.getKey(), stage.getValue(), read, threads);
      seconds += own;
      before += switch (stage.getKey()) {
        case SOURCE_LOADING, DATA_MAPPING, FILTERING -> own;
        // Most are in the cache or not, and then their servers decide.
        case CHANNEL_NUMBERING, LOGO_PREFETCH, M3U_GENERATION, OUTPUT -> 0;
      };
    }
    return seconds + (plan.numbering().keepsOwn() ? FIRST_PASS * before : 0) + besides(plan, read, memory, threads);
  }

  private static double stage(RunPlan plan, StageType type, StrategyProfile chosen, ToRead read, int threads) {
    double alone = chosen.cost().seconds(read.items()) / (chosen.onWorkers() ? Math.min(threads, MOST_THREADS) : 1);
    return switch (type) {
      case DATA_MAPPING -> alone * plan.rules().stream().filter(rule -> rule.on()).count() / RULES;
      case FILTERING -> alone * plan.filters().stream().filter(filter -> filter.on()).count() / FILTERS;
      case SOURCE_LOADING, CHANNEL_NUMBERING, M3U_GENERATION, OUTPUT -> alone;
      case LOGO_PREFETCH -> 0;
    };
  }

  private static double besides(RunPlan plan, ToRead read, LikelyMemory memory, int threads) {
    double compared = LikelyMemory.isCompared(plan) ? read.items() / COMPARED_PER_SECOND : 0;
    double sorted = plan.order().isAsLoaded() ? 0 : read.items() / SORTED_PER_SECOND;
    double lines = sorted > 0 && memory.spilled() > 0 && plan.tuning().spillFormat() == SpillFormat.JSONL
        ? read.items() / JSON_LINES_PER_SECOND : 0;
    // What a sort spills is part of its rate.
    double spilled = sorted > 0 ? 0 : memory.spilled() / SPILLED_BYTES_PER_SECOND;
    double unpacked = read.slow() == 0 ? 0 : read.bytes() / UNPACKED_BYTES_PER_SECOND / Math.min(threads, read.slow());
    return compared + sorted + lines + spilled + unpacked;
  }
}
