package app.lineup.pipeline;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.strategy.KnownSize;
import app.lineup.engine.strategy.ProcessingConditions;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.m3u.scan.M3uList;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.model.channel.Channel;
import app.lineup.pipeline.logo.LogoRow;
import app.lineup.pipeline.logo.SkipPrefetch;
import app.lineup.problem.PipelineException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of all seven stages in which one stage has the strategy that is measured.
final class StageRun {

  private final StageStrategyRegistry registry;
  private final StageStrategyRegistry forClaims;
  private final Demands demands;
  private final SealedList<M3uList> lists;
  private final RunResources means;
  private final String stage;
  private final StageClock clock;

  StageRun(RunPlan plan, SealedList<M3uList> lists, RunResources means, String stage, String strategy) {
    var parts = CompiledPlan.of(plan);
    this.lists = lists;
    this.means = means;
    this.stage = stage;
    this.registry = parts.strategies(lists.items(), new Claimants(), List.of(new SkipPrefetch()));
    this.forClaims = parts.strategiesForClaims();
    Demands usual = parts.demands(KnownSize.UNKNOWN, means.memory().limitBytes(), means.threads(), 0);
    this.demands = new Demands(
        Map.of(stage, strategy), usual.required(), usual.given(), usual.size(), usual.roomBytes());
    boolean loads = stage.equals(PlaylistPipeline.LOADING.id());
    this.clock = new StageClock(means.memory(), loads);
  }

  /// Every `stage=strategy` with its class, as the registry has them.
  static List<String> names() {
    // With a rule: without one there is nothing to do side by side.
    var nothing = new RunPlan(List.of(), List.of(new Rule("SET tvg_id = \"x\"", true)), List.of(), new Numbering.Keep(),
        SeparatorPolicy.KEEP,
        new Target.OfStream(OutputStream.nullOutputStream(), ""), false);
    var registry = CompiledPlan.of(nothing).strategies(
        List.of(), new SealedList<>(List.of(), 1, ""), List.of(new SkipPrefetch()));
    List<String> names = new ArrayList<>();
    for (var one : List.of(PlaylistPipeline.LOADING, PlaylistPipeline.MAPPING, PlaylistPipeline.FILTERING,
        PlaylistPipeline.NUMBERING)) {
      names.addAll(names(registry, one));
    }
    names.addAll(LogoRow.names().stream().map(name -> StageType.LOGO_PREFETCH.id() + "=" + name).toList());
    for (var one : List.of(PlaylistPipeline.GENERATION, PlaylistPipeline.OUTPUT)) {
      names.addAll(names(registry, one));
    }
    return names;
  }

  private static <I, O> List<String> names(StageStrategyRegistry registry, Stage<I, O> stage) {
    return registry.of(stage).stream()
        .map(known -> stage.id() + "=" + known.profile().name() + "\t" + known.getClass().getSimpleName()).toList();
  }

  StageClock clock() {
    return clock;
  }

  /// Runs it all; the playlist is then in the plan's target.
  ///
  /// @param weighs whether the live heap is looked at while it runs, which takes long
  HeapWeight run(boolean weighs) throws PipelineException, InterruptedException {
    var filtered = toFiltering(registry, true);
    var enriched = attach(
        registry, PlaylistPipeline.LOGOS, attach(registry, PlaylistPipeline.NUMBERING, filtered, true), true);
    var written = attach(registry, PlaylistPipeline.GENERATION, enriched, true);
    var weight = new HeapWeight(means.memory(), weighs);
    try (var last = attach(registry, PlaylistPipeline.OUTPUT, weight.over(written), true)) {
      last.nextChunk(1);
    }
    return weight;
  }

  private PipelineIterator<Channel> toFiltering(StageStrategyRegistry from, boolean timed)
      throws PipelineException, InterruptedException {
    var loaded = attach(from, PlaylistPipeline.LOADING, lists.open(), timed);
    return attach(from, PlaylistPipeline.FILTERING, attach(from, PlaylistPipeline.MAPPING, loaded, timed), timed);
  }

  private <I, O> PipelineIterator<O> attach(
      StageStrategyRegistry from, Stage<I, O> at, PipelineIterator<I> upstream, boolean timed)
      throws PipelineException, InterruptedException {
    StageStrategy<I, O> chosen = from.select(at, new ProcessingConditions(MemoryPressureLevel.OPTIMAL, demands));
    MemoryMonitor memory = means.memory();
    var context = new StageContext(StageMeter.unwatched(), means.workers(), means.threads(), memory, means.spill(),
        memory.leases(), () -> memory.level().chunkItems(), RunObserver.none());
    return timed && at.id().equals(stage)
        ? clock.around(upstream, before -> chosen.attach(before, context))
        : chosen.attach(upstream, context);
  }

  /// The channels that may claim a number.
  private final class Claimants implements VersionedSource<Channel> {

    @Override
    public SourceInfo info() {
      return lists.info();
    }

    @Override
    public PipelineIterator<Channel> open() throws PipelineException, InterruptedException {
      return toFiltering(forClaims, false);
    }

    @Override
    public void close() {}
  }
}
