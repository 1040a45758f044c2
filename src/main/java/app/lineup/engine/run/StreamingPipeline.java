package app.lineup.engine.run;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.strategy.InParts;
import app.lineup.engine.strategy.PerChunk;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.engine.strategy.SwitchingIterator;
import app.lineup.engine.watch.BusyTime;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;

/// The conductor of one run: it chooses a strategy for each stage, joins the stages, pulls at the end, and tells what
/// happens. Not thread-safe; used by the run's thread. Interrupting that thread cancels the run.
public final class StreamingPipeline {

  private final StageStrategyRegistry registry;
  private final Demands demands;
  private final RunTelemetry telemetry;
  private final RunObserver observer;
  private final PipelineMeans means;
  private final PullSizer pace;

  /// @param registry  the strategies of each stage
  /// @param demands   what is asked of them
  /// @param telemetry the run's counters
  /// @param observer  who listens to its facts
  /// @param means     what it works with
  public StreamingPipeline(
      StageStrategyRegistry registry, Demands demands, RunTelemetry telemetry, RunObserver observer,
      PipelineMeans means) {
    this.registry = registry;
    this.demands = demands;
    this.telemetry = telemetry;
    this.observer = observer.oneAtATime();
    this.means = means;
    this.pace = new PullSizer(means.memory(), means.chunkItems(), this.observer);
  }

  /// A chain that begins at `source`.
  public <T> Chain<T> from(VersionedSource<T> source) {
    return new Chain<>(this, source.info(), source::open);
  }

  /// Pulls everything out of `chain` and returns it. For the last stage, which gives few items; what passes through the
  /// stages before it is not kept.
  ///
  /// @throws PipelineException    if a stage fails; all that was opened is closed by then
  /// @throws InterruptedException if the run's thread was interrupted
  public <T> List<T> drain(Chain<T> chain) throws PipelineException, InterruptedException {
    List<T> results = new ArrayList<>();
    try (var _ = pace.listen(); PipelineIterator<T> last = chain.open()) {
      while (last.nextChunk(pace.items(Integer.MAX_VALUE)) instanceof IteratorResult.Items<T>(List<T> items)) {
        results.addAll(items);
      }
      pace.endAll();
    } finally {
      pace.tell();
    }
    return results;
  }

  /// What a stage works with, for what is done in its name before it begins.
  StageContext context(Stage<?, ?> stage) {
    return new StageContext(
        telemetry.stage(stage.id()), means.workers(), means.threads(), means.memory(), means.spill(),
        means.memory().leases(), pace::chunkItems, pace::blockFactor, observer, means.readers());
  }

  <I, O> PipelineIterator<O> attach(Stage<I, O> stage, Chain<I> above) throws PipelineException, InterruptedException {
    var choice = new MidStageChoice<>(registry, stage, demands, pace);
    StageStrategy<I, O> chosen = choice.now();
    StageContext context = context(stage);
    context.meter().strategy(chosen.profile().name());
    pace.ask(chosen.profile().blockFactor());
    PipelineIterator<I> upstream = above.open();
    try {
      return joined(stage, choice, chosen, upstream, context);
    } catch (PipelineException | InterruptedException | RuntimeException e) {
      upstream.close();
      throw e;
    }
  }

  /// What is done before the first pull (a look at all numbers, say) counts as the stage's work, too.
  private <I, O> PipelineIterator<O> joined(
      Stage<I, O> stage, MidStageChoice<I, O> choice, StageStrategy<I, O> chosen, PipelineIterator<I> upstream,
      StageContext context) throws PipelineException, InterruptedException {
    try (var _ = BusyTime.of(context.meter())) {
      observer.onEvent(new RunEvent.StrategyChosen(stage.id(), chosen.profile().name(), reason(chosen.profile())));
      tellOverridden(stage, chosen.profile());
      if (chosen instanceof InParts<I, ?, O> inParts) {
        return inParts(inParts, upstream, context);
      }
      if (chosen instanceof PerChunk<I, O> perChunk && staysPerChunk(stage)) {
        var fused = new FusedChoice<>(perChunk, choice, (before, now) -> switched(stage, context.meter(), before, now));
        return fused(upstream, context).then(new FusedStage(stage.id(), context.meter(), observer, fused));
      }
      return new WatchedIterator<>(attached(choice, stage, upstream, context), stage.id(), context.meter(), observer,
          pace);
    }
  }

  /// Whether whatever may take over in mid-run works on each chunk by itself, too.
  private boolean staysPerChunk(Stage<?, ?> stage) {
    return registry.of(stage).stream().allMatch(strategy -> strategy instanceof PerChunk
        || !strategy.profile().capabilities().contains(Capability.SWITCHES_MID_STAGE));
  }

  private <I, O> PipelineIterator<O> attached(
      MidStageChoice<I, O> choice, Stage<I, O> stage, PipelineIterator<I> upstream, StageContext context)
      throws PipelineException, InterruptedException {
    return choice.switches()
        ? new SwitchingIterator<>(
            upstream, choice, context, (before, now) -> switched(stage, context.meter(), before, now))
        : choice.now().attach(upstream, context);
  }

  /// Begins a row of fused stages.
  private <I, P, O> PipelineIterator<O> inParts(InParts<I, P, O> strategy, PipelineIterator<I> upstream,
      StageContext context)
      throws PipelineException, InterruptedException {
    PipelineIterator<P> parts = strategy.parts(upstream, context);
    return new FusedIterator<P, Object>(parts, made -> done(strategy, made), means.workers(), () -> ahead(context),
        pace)
        .then(new FusedStage(context.meter().stage(), context.meter(), observer, FusedChoice.always(strategy)));
  }

  private static <P> void done(InParts<?, P, ?> strategy, List<P> made) throws PipelineException {
    for (P part : made) {
      strategy.done(part);
    }
  }

  /// The row of fused stages that the stage above belongs to, else a new one.
  private <I> FusedIterator<?, I> fused(PipelineIterator<I> upstream, StageContext context) {
    return upstream instanceof FusedIterator<?, I> row
        ? row
        : new FusedIterator<>(upstream, _ -> {}, means.workers(), () -> ahead(context), pace);
  }

  /// How many chunks are under way: one on each core, and one that waits for the first to be free; less where memory is
  /// short.
  private static int ahead(StageContext context) {
    MemoryPressureLevel level = context.memory().level();
    return level == MemoryPressureLevel.OPTIMAL ? context.chunksAhead()
        : Math.min(context.chunksAhead(), level.chunksBuffered());
  }

  /// What it does; and where memory is short, that this had a say in it.
  private String reason(StrategyProfile chosen) {
    return pace.pressure() == MemoryPressureLevel.OPTIMAL ? chosen.summary() : chosen.summary() + "; " + pace.reason();
  }

  private void switched(Stage<?, ?> stage, StageMeter meter, StrategyProfile before, StrategyProfile now) {
    meter.strategy(now.name());
    pace.tell();
    observer.onEvent(new RunEvent.StrategySwitched(stage.id(), before.name(), now.name(), pace.reason()));
    tellOverridden(stage, now);
  }

  /// Says where the user's wish is not what is done.
  private void tellOverridden(Stage<?, ?> stage, StrategyProfile taken) {
    String wished = demands.preferred().get(stage.id());
    if (wished != null && !wished.equals(taken.name())) {
      observer.onEvent(new RunEvent.WishOverridden(stage.id(), wished, taken.name(), pace.reason()));
    }
  }
}
