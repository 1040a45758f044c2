package app.lineup.pipeline;

import app.lineup.engine.record.SealedList;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Numbering;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.model.channel.Channel;
import app.lineup.pipeline.guide.StreamingGuide;
import app.lineup.pipeline.logo.LogoRun;
import app.lineup.pipeline.logo.SkipPrefetch;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Every strategy there is, for tables and choices. Thread-safe: no state.
public final class Strategies {

  private Strategies() {}

  /// The strategies of each stage, best first.
  public static Map<StageType, List<StrategyProfile>> all() {
    var nowhere = new Target.OfStream(OutputStream.nullOutputStream(), "");
    var nothing = new RunPlan(
        List.of(), List.of(), List.of(), new Numbering.Keep(), SeparatorPolicy.KEEP, nowhere, false);
    return of(CompiledPlan.of(nothing));
  }

  /// How a guide is published.
  public static StrategyProfile guide() {
    return StreamingGuide.PROFILE;
  }

  /// The strategies of each stage of a run, best first.
  static Map<StageType, List<StrategyProfile>> of(CompiledPlan parts) {
    StageStrategyRegistry registry =
        parts.strategies(List.of(), new SealedList<Channel>(List.of(), 1, ""), List.of(new SkipPrefetch()));
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
