package app.lineup.boot;

import app.lineup.app.census.Census;
import app.lineup.app.census.CensusPlan;
import app.lineup.app.census.RuleCensus;
import app.lineup.app.lineup.Lineup;
import app.lineup.app.lineup.LineupBuild;
import app.lineup.app.lineup.LineupSearch;
import app.lineup.app.preview.PreviewPlan;
import app.lineup.app.preview.PreviewRest;
import app.lineup.app.preview.RuleEffect;
import app.lineup.app.preview.RulePreview;
import app.lineup.app.refresh.SourceCheck;
import app.lineup.app.refresh.SourceInspection;
import app.lineup.app.refresh.SourceRefresh;
import app.lineup.app.refresh.WhileRefreshed;
import app.lineup.app.session.AppPaths;
import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.MemoryGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.sources.model.SourcesViewModel;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.Freshness;
import app.lineup.io.input.InputLimits;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.Snapshots;
import app.lineup.library.file.LibraryThread;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.RunResult;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import app.lineup.serve.Servers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the window has done in the background, with the parts that it takes. Thread-safe; nothing here is for the
/// window's own thread.
final class WindowServices implements SourcesViewModel.Looks, AutoCloseable {

  private final InstantSource clock = InstantSource.system();
  private final Pools pools = new Pools();
  private final Servers servers = new Servers(clock, Executors::newVirtualThreadPerTaskExecutor);
  private final LibraryThread library = new LibraryThread(Pools.one("library"));
  private final Snapshots snapshots;
  private final SourceRefresh refresh;
  private final PreviewRest rest = new PreviewRest(pools.keeps(), this::keptInputs);
  private volatile WhileRefreshed whileRefreshed = WhileRefreshed.WAIT;
  private final MemoryMonitor memory;
  private final Set<Lineup> lineups = ConcurrentHashMap.newKeySet();
  private final SpillSpace spill;

  /// @param paths where lists are kept as they were fetched last
  /// @param gauge says how much memory is taken
  WindowServices(AppPaths paths, MemoryGauge gauge) {
    snapshots = new Snapshots(paths.folder().snapshots(), clock);
    refresh = new SourceRefresh(this::inputs, snapshots, clock);
    spill = new SpillSpace(paths.spill(), SpillLimits.USUAL);
    memory = new MemoryMonitor(gauge, MemoryMonitor.DEFAULT_BUDGET_BYTES, clock);
  }

  /// Deletes what crashed runs left on the disk.
  void sweep() {
    spill.sweep();
  }

  /// Weighs the program.
  MemoryMonitor memory() {
    return memory;
  }

  /// What tells how old something is.
  InstantSource clock() {
    return clock;
  }

  /// The threads that all this is done on.
  Pools pools() {
    return pools;
  }

  /// The servers that hand out what was published.
  Servers servers() {
    return servers;
  }

  /// The window's library, and the thread it is used on.
  LibraryThread library() {
    return library;
  }

  /// Says what a run does with a source that is being refreshed.
  void whileRefreshed(WhileRefreshed choice) {
    whileRefreshed = choice;
  }

  RunResult build(RunPlan plan, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException {
    try (InputOpener inputs = inputs(refresh.forRun(plan.sources(), whileRefreshed, observer))) {
      return new PlaylistPipeline(means(inputs)).run(plan, telemetry, observer);
    }
  }

  Lineup lineup(RunPlan plan, RunTelemetry telemetry, Path folder) throws PipelineException, InterruptedException {
    try (InputOpener inputs = keptInputs()) {
      return held(new LineupBuild(means(inputs), folder).build(plan, telemetry));
    }
  }

  /// The lineup that was built last, if it is whole.
  Optional<Lineup> keptLineup(Path folder) {
    return LineupBuild.kept(folder).map(this::held);
  }

  private Lineup held(Lineup lineup) {
    lineups.add(lineup);
    return lineup;
  }

  /// Closes a lineup that nobody looks at any more.
  void letGo(Lineup lineup) {
    lineups.remove(lineup);
    lineup.close();
  }

  private RunResources means(InputOpener inputs) {
    return new RunResources(inputs, pools.workers(), pools.threads(), memory, spill,
        Optional.of(new Readers(pools.bridges())),
        () -> new HttpFetcher(FetchLimits.PICTURE));
  }

  LineupSearch search(Lineup lineup) {
    return new LineupSearch(lineup, pools.workers(), pools.threads());
  }

  /// How many channels a playlist of ours has.
  long channels(Path playlist) throws PipelineException, InterruptedException {
    var source = new Source(playlist.toString(), new Location.OfFile(playlist));
    try (InputOpener inputs = keptInputs()) {
      return new SourceCheck(inputs).checkList(source, new RunTelemetry(StageType.ids())).report().entries();
    }
  }

  RuleEffect preview(PreviewPlan plan, Consumer<RuleEffect> soFar) throws PipelineException, InterruptedException {
    try (InputOpener inputs = keptInputs()) {
      return new RulePreview(means(inputs), Optional.of(rest)).look(plan, soFar);
    }
  }

  /// Nobody looks at previews any more: what was kept for them goes.
  void endPreviews() {
    rest.letGo();
  }

  Census count(CensusPlan plan) throws PipelineException, InterruptedException {
    try (InputOpener inputs = keptInputs()) {
      return new RuleCensus(means(inputs)).count(plan);
    }
  }

  /// When the list of an address was fetched that is read without asking its server; empty where none is kept.
  Optional<Instant> fetchedAt(URI address) {
    return snapshots.at(address);
  }

  @Override
  public SourceInspection fetch(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    return refresh.fetch(source, before, telemetry);
  }

  @Override
  public Optional<SourceInspection> kept(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    return refresh.kept(source, before, telemetry);
  }

  @Override
  public void keepOnly(List<Source> sources) {
    snapshots.keepOnly(sources.stream().map(Source::location).mapMulti((Location location, Consumer<URI> addresses) -> {
      if (location instanceof Location.OfUrl(URI uri)) {
        addresses.accept(uri);
      }
    }).toList());
  }

  /// For what is only looked at: lists as they were fetched last; no server is asked.
  private InputOpener keptInputs() {
    return inputs(Freshness.KEPT);
  }

  private InputOpener inputs(Freshness freshness) {
    return inputs(address -> freshness);
  }

  private InputOpener inputs(Function<URI, Freshness> freshness) {
    return new InputOpener(new HttpFetcher(FetchLimits.DEFAULT), snapshots, freshness, InputLimits.DEFAULT,
        Optional.of(new Readers(pools.bridges())));
  }

  /// Stops what is under way, waits until it has cleaned up, and closes the library last.
  @Override
  public void close() {
    servers.close();
    rest.close();
    pools.close();
    lineups.forEach(this::letGo);
    spill.close();
    library.close();
  }
}
