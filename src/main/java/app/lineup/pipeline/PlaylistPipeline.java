package app.lineup.pipeline;

import app.lineup.engine.flow.FirstItems;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.SourceRegistry;
import app.lineup.engine.run.Chain;
import app.lineup.engine.run.StreamingPipeline;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.strategy.KnownSize;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.ListInput;
import app.lineup.io.input.RestedInput;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.FindingKind;
import app.lineup.model.KeptNumbers;
import app.lineup.model.LogoPlan;
import app.lineup.model.LogoStatistics;
import app.lineup.model.ParseReport;
import app.lineup.model.PublishedFile;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.guide.GuidePlan;
import app.lineup.pipeline.guide.PublishedChannels;
import app.lineup.pipeline.logo.LogoRun;
import app.lineup.pipeline.logo.SkipPrefetch;
import app.lineup.problem.PipelineException;
import app.lineup.rule.ProgrammeFilters;
import app.lineup.rule.RuleFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A playlist's run: seven stages whose order the compiler checks. Output pulls, and the pull climbs. Not thread-safe;
/// used by the run's thread, which is interrupted to cancel it.
public final class PlaylistPipeline {

  /// Source Loading.
  public static final Stage<M3uList, Channel> LOADING = new Stage<>(StageType.SOURCE_LOADING.id());
  /// Data Mapping.
  public static final Stage<Channel, Channel> MAPPING = new Stage<>(StageType.DATA_MAPPING.id());
  static final Stage<Channel, Channel> FILTERING = new Stage<>(StageType.FILTERING.id());
  static final Stage<Channel, NumberedChannel> NUMBERING = new Stage<>(StageType.CHANNEL_NUMBERING.id());
  static final Stage<NumberedChannel, LogoEnrichedChannel> LOGOS = new Stage<>(StageType.LOGO_PREFETCH.id());
  static final Stage<LogoEnrichedChannel, M3uEntry> GENERATION = new Stage<>(StageType.M3U_GENERATION.id());
  static final Stage<M3uEntry, PublishedFile> OUTPUT = new Stage<>(StageType.OUTPUT.id());

  private final RunResources means;

  /// @param means what runs work with
  public PlaylistPipeline(RunResources means) {
    this.means = means;
  }

  /// Runs all seven stages.
  ///
  /// @param telemetry counters for the ids of [StageType], bumped while the run goes on
  /// @param listener  told what happens
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter cannot be read; nothing was begun
  /// @throws PipelineException    if the run failed; what the target held before is untouched
  /// @throws InterruptedException if the run was cancelled; what the target held before is untouched
  public RunResult run(RunPlan plan, RunTelemetry telemetry, RunObserver listener)
      throws PipelineException, InterruptedException {
    RunObserver observer = listener.oneAtATime();
    var parts = CompiledPlan.of(plan);
    var programmes = ProgrammeFilters.compile(
        plan.guide().map(GuidePlan::filters).orElse(List.of()), Clock.system(ZoneId.systemDefault()));
    long usedBefore = means.memory().beginPeak();
    try (var sources = new SourceRegistry();
        var remembered = new PersistentNumbers(plan, means, plan.limit().isEmpty());
        var seen = new PublishedChannels(means.memory().leases())) {
      SealedList<M3uList> lists = prepare(plan, sources, telemetry, observer);
      var input = new RunInput(parts.with(remembered.open(parts.size(lists))), lists);
      expected(input, usedBefore).ifPresent(observer::onEvent);
      Published published = publish(input, seen, telemetry, observer);
      telemetry.used(means.memory().peakBytes());
      // Channels that were not reached have not lost their numbers.
      Optional<KeptNumbers> numbers = plan.limit().isPresent() ? Optional.empty() : remembered.keep();
      Optional<GuideOutcome> guide = plan.guide().map(wanted -> publishGuide(wanted, programmes, seen, telemetry));
      observer.onEvent(new RunEvent.Finished(telemetry.elapsed(), published.file().entries()));
      return result(published, guide, numbers, input, telemetry);
    } catch (RuleFailedException e) {
      throw told(observer, failed(e));
    } catch (PipelineException e) {
      throw told(observer, e);
    } catch (InterruptedException e) {
      observer.onEvent(new RunEvent.Cancelled());
      throw e;
    }
  }

  /// A rule that had to be stopped, in words for the user.
  public static PipelineException failed(RuleFailedException e) {
    return new PipelineException(
        PipelineException.Kind.USER, "rule", String.valueOf(e.getMessage()), "Make the pattern simpler.", e);
  }

  private static PipelineException told(RunObserver observer, PipelineException failure) {
    observer.onEvent(new RunEvent.Failed(failure.subject() + ": " + failure.what()));
    return failure;
  }

  /// Makes every source readable and looks at its beginning, so that a bad one ends the run before
  /// anything is written.
  ///
  /// @param sources where what comes through a pipe is found when the run reads it for the second time; closed after
  ///     the run, by the caller
  public SealedList<M3uList> prepare(RunPlan plan, SourceRegistry sources, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException {
    var meter = telemetry.stage(LOADING.id());
    var resting = new Resting(means, meter, observer);
    List<M3uList> lists = new ArrayList<>();
    for (Source source : plan.sources()) {
      try {
        ListInput input = means.inputs().prepareOnce(source, bytes -> {});
        String name = "list " + lists.size() + " at rest";
        ListInput read = plan.numbering().keepsOwn() ? RestedInput.of(input, name, sources, resting) : input;
        lists.add(M3uList.of(source, read, ScanLimits.DEFAULT));
      } catch (PipelineException e) {
        observer.onEvent(new RunEvent.SourceFailed(source.name(), e.what()));
        throw e;
      }
    }
    meter.state(StageMeter.State.RUNNING);
    return new SealedList<>(lists, 1, "the sources of the run");
  }

  /// What the run is likely to take, where the size of its lists is known.
  private Optional<RunEvent> expected(RunInput input, long usedBefore) throws PipelineException {
    KnownSize size = input.parts().size(input.lists());
    if (size.items().isEmpty() || size.bytes().isEmpty()) {
      return Optional.empty();
    }
    var read = new ToRead(size.items().getAsLong(), size.bytes().getAsLong(), slow(input.lists().items()));
    long limit = means.memory().limitBytes();
    long resting = means.memory().heldOf(usedBefore);
    Forecast forecast = Forecast.of(input.parts(), read, new RunMemory(limit, resting), means.threads());
    return Optional.of(new RunEvent.Expected(
        Math.max(usedBefore, resting + forecast.memoryBytes()), resting + forecast.leastBytes(), limit,
        forecast.spillBytes(), Duration.ofMillis(Math.round(forecast.seconds() * 1000))));
  }

  private record Published(PublishedFile file, Optional<LogoStatistics> logos) {}

  private Published publish(
      RunInput input, PublishedChannels seen, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException {
    Sorting sorting = sorting(input, telemetry, observer);
    if (!(input.parts().plan().logos() instanceof LogoPlan.On on)) {
      return new Published(publish(input, pipeline(input, telemetry, observer), sorting, seen), Optional.empty());
    }
    try (HttpFetcher pictures = means.pictures().get();
        LogoRun logos = LogoRun.open(on, pictures, means.memory())) {
      try {
        PublishedFile file = publish(input, pipeline(input, telemetry, observer, logos.strategies()), sorting, seen);
        return new Published(file, Optional.of(logos.statistics()));
      } finally {
        LogoStatistics counted = logos.statistics();
        observer.onEvent(new RunEvent.LogosFetched(
            LOGOS.id(), counted.hits(), counted.fetched(), counted.failures(), counted.notAsked(), counted.waited()));
      }
    }
  }

  private static PublishedFile publish(
      RunInput input, StreamingPipeline pipeline, Sorting sorting, PublishedChannels seen)
      throws PipelineException, InterruptedException {
    Chain<LogoEnrichedChannel> channels = numbered(input, pipeline, sorting).through(LOGOS);
    Chain<LogoEnrichedChannel> told = input.parts().plan().guide().isPresent() ? channels.seenBy(seen::add) : channels;
    return pipeline.drain(told.through(GENERATION).through(OUTPUT)).getFirst();
  }

  /// The guide's facts are in its outcome; its events would be taken for a stage of the playlist.
  private GuideOutcome publishGuide(
      GuidePlan plan, ProgrammeFilters filters, PublishedChannels published, RunTelemetry telemetry) {
    RunTelemetry own = telemetry.has(GuidePublication.GUIDE.id())
        ? telemetry
        : new RunTelemetry(List.of(GuidePublication.GUIDE.id()));
    var guide = new GuidePublication(plan, means.inputs(), published, own.stage(GuidePublication.GUIDE.id()), filters);
    return guide.publish(registry -> guides -> new StreamingPipeline(
        registry, Demands.NONE, own, RunObserver.none(), means.engine(Tuning.NONE)).from(guides)
        .through(GuidePublication.GUIDE));
  }

  /// The channels of the lineup: the first four stages, for whoever keeps them instead of publishing.
  public Chain<NumberedChannel> channels(RunInput input, RunTelemetry telemetry, RunObserver observer) {
    return numbered(input, pipeline(input, telemetry, observer), sorting(input, telemetry, observer));
  }

  private Sorting sorting(RunInput input, RunTelemetry telemetry, RunObserver observer) {
    RunPlan plan = input.parts().plan();
    return new Sorting(means, plan.order(), plan.tuning().spillFormat(), telemetry.stage(NUMBERING.id()), observer);
  }

  private StreamingPipeline pipeline(RunInput input, RunTelemetry telemetry, RunObserver observer) {
    return pipeline(input, telemetry, observer, List.of(new SkipPrefetch()));
  }

  private StreamingPipeline pipeline(
      RunInput input,
      RunTelemetry telemetry,
      RunObserver observer,
      List<? extends StageStrategy<NumberedChannel, LogoEnrichedChannel>> logos) {
    CompiledPlan parts = input.parts();
    StageStrategyRegistry registry =
        parts.strategies(input.lists().items(), claimants(input, telemetry.stage(NUMBERING.id())), logos);
    return new StreamingPipeline(
        registry, demands(input), telemetry, observer, means.engine(parts.plan().tuning()));
  }

  private static Chain<NumberedChannel> numbered(RunInput input, StreamingPipeline pipeline, Sorting sorting) {
    Chain<NumberedChannel> all = filtered(input, pipeline).with(sorting::sorted).through(NUMBERING);
    OptionalLong limit = input.parts().plan().limit();
    return limit.isPresent() ? all.with(channels -> new FirstItems<>(channels, limit.getAsLong())) : all;
  }

  private static Chain<Channel> filtered(RunInput input, StreamingPipeline pipeline) {
    return pipeline.from(input.lists()).through(LOADING).through(MAPPING).through(FILTERING);
  }

  /// The channels that may claim a number, for the pass that comes before numbering, which needs them in no order; seen
  /// by no meter.
  private VersionedSource<Channel> claimants(RunInput input, StageMeter numbering) {
    CompiledPlan parts = input.parts();
    var quiet = new StreamingPipeline(
        parts.strategiesForClaims(), demands(input), RunTelemetry.within(numbering, StageType.ids()),
        RunObserver.none(), means.engine(parts.plan().tuning()));
    return filtered(input, quiet);
  }

  private Demands demands(RunInput input) {
    CompiledPlan parts = input.parts();
    return parts.demands(parts.size(input.lists()), means.memory().limitBytes(), means.threads(),
        slow(input.lists().items()));
  }

  /// How many lists take long to unpack.
  private static int slow(List<M3uList> lists) {
    return (int) lists.stream().filter(M3uList::isSlow).count();
  }

  private static RunResult result(
      Published published, Optional<GuideOutcome> guide, Optional<KeptNumbers> numbers, RunInput input,
      RunTelemetry telemetry) {
    CompiledPlan parts = input.parts();
    List<ParseReport> reports = new ArrayList<>(input.lists().items().stream().map(M3uList::report).toList());
    long recoded = parts.recoded().sum();
    if (recoded > 0) {
      reports.set(0, reports.getFirst().with(FindingKind.RECODED, recoded));
    }
    OptionalLong limit = parts.plan().limit();
    boolean stopped = limit.isPresent() && published.file().entries() >= limit.getAsLong();
    long loaded = reports.stream().mapToLong(ParseReport::entries).sum();
    return new RunResult(published.file(), loaded, parts.conflicts().count(), parts.conflicts().fullRanges(), reports,
        parts.heldBack(input.lists().items()),
        telemetry.elapsed(), published.logos(), guide, numbers, parts.ruleMatches(), parts.filterMatches(), stopped);
  }
}
