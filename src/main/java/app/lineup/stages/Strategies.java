package app.lineup.stages;

import app.lineup.engine.accumulate.SealedList;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.stages.logo.LogoRun;
import app.lineup.stages.logo.SkipPrefetch;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Every strategy there is, for tables and choices. Thread-safe: no state.
public final class Strategies {

  /// With one core, what keeps several busy comes last.
  private static final int SEVERAL = 2;

  private Strategies() {}

  /// The strategies of each stage, best first.
  public static Map<StageType, List<StrategyProfile>> all() {
    var nowhere = new Target.OfStream(OutputStream.nullOutputStream(), "");
    // With a rule: without one there is nothing to do side by side.
    var rule = new Rule("SET tvg_id = \"\"", true);
    var nothing = new RunPlan(
        List.of(), List.of(rule), List.of(), new Numbering.Keep(), SeparatorPolicy.KEEP, nowhere, false);
    return of(RunParts.of(nothing), SEVERAL);
  }

  /// The strategies of each stage of a run, best first.
  ///
  /// @param threads how many cores it may keep busy
  static Map<StageType, List<StrategyProfile>> of(RunParts parts, int threads) {
    StageStrategyRegistry registry =
        parts.strategies(List.of(), new SealedList<Channel>(List.of(), 1, ""), threads, List.of(new SkipPrefetch()));
    Map<StageType, List<StrategyProfile>> all = new EnumMap<>(StageType.class);
    for (StageType type : StageType.values()) {
      all.put(type, type == StageType.LOGO_PREFETCH ? LogoRun.profiles() : profiles(registry, stage(type)));
    }
    return all;
  }

  private static Stage<?, ?> stage(StageType type) {
    return switch (type) {
      case SOURCE_LOADING -> PlaylistPipeline.LOADING;
      case DATA_MAPPING -> PlaylistPipeline.MAPPING;
      case FILTERING -> PlaylistPipeline.FILTERING;
      case CHANNEL_NUMBERING -> PlaylistPipeline.NUMBERING;
      case LOGO_PREFETCH -> PlaylistPipeline.LOGOS;
      case M3U_GENERATION -> PlaylistPipeline.GENERATION;
      case OUTPUT -> PlaylistPipeline.OUTPUT;
    };
  }

  private static <I, O> List<StrategyProfile> profiles(StageStrategyRegistry registry, Stage<I, O> stage) {
    return registry.of(stage).stream().map(StageStrategy::profile).toList();
  }
}
