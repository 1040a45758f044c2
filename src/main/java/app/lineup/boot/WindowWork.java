package app.lineup.boot;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.sources.SourcesViewModel;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.provider.http.FetchLimits;
import app.lineup.provider.http.HttpFetcher;
import app.lineup.provider.input.Freshness;
import app.lineup.provider.input.InputLimits;
import app.lineup.provider.input.InputOpener;
import app.lineup.provider.input.Snapshots;
import app.lineup.provider.input.SpoolSpace;
import app.lineup.stages.Lineup;
import app.lineup.stages.LineupBuild;
import app.lineup.stages.LineupSearch;
import app.lineup.stages.PlaylistPipeline;
import app.lineup.stages.PreviewPlan;
import app.lineup.stages.RuleEffect;
import app.lineup.stages.RulePreview;
import app.lineup.stages.RunPlan;
import app.lineup.stages.RunResult;
import app.lineup.stages.SourceLook;
import app.lineup.stages.SourceRefresh;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What the window has done in the background, and the threads it is done on. Thread-safe.
final class WindowWork implements SourcesViewModel.Looks, AutoCloseable {

  /// Reading a list is mostly waiting for a disk or a server; more at a time would only get in a run's way.
  private static final int LISTS_AT_A_TIME = 2;

  /// Longer than any clean-up takes.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Longer than between two keys of somebody who types, shorter than what one waits for.
  private static final Duration TYPING_PAUSE = Duration.ofMillis(120);

  private final SpoolSpace spool = new SpoolSpace();
  private final InstantSource clock = InstantSource.system();
  private final Snapshots snapshots;
  private final SourceRefresh refresh;
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService lists = Executors.newFixedThreadPool(LISTS_AT_A_TIME, work -> daemon("lists", work));
  private final ExecutorService runs = Executors.newSingleThreadExecutor(work -> daemon("run", work));
  private final ExecutorService previews = Executors.newSingleThreadExecutor(work -> daemon("preview", work));
  private final ExecutorService workers = Executors.newFixedThreadPool(threads, work -> daemon("worker", work));
  private final ExecutorService lineups = Executors.newSingleThreadExecutor(work -> daemon("lineup", work));
  private final ExecutorService quick = Executors.newVirtualThreadPerTaskExecutor();

  /// @param paths where lists are kept as they were fetched last
  WindowWork(AppPaths paths) {
    snapshots = new Snapshots(paths.snapshots(), clock);
    refresh = new SourceRefresh(this::inputs, snapshots, clock);
  }

  /// What tells how old something is.
  InstantSource clock() {
    return clock;
  }

  /// Where lists are looked through.
  Executor lists() {
    return lists;
  }

  /// Where runs are, one after the other.
  Executor runs() {
    return runs;
  }

  /// Where lineups are made, one after the other.
  Executor lineups() {
    return untilClosed(lineups);
  }

  /// Where lineups are searched and read.
  Executor reads() {
    return untilClosed(quick);
  }

  /// What somebody's last key asks for when the window is closed already is not done.
  private static Executor untilClosed(ExecutorService pool) {
    return work -> {
      try {
        pool.execute(work);
      } catch (RejectedExecutionException e) {
        if (!pool.isShutdown()) {
          throw e;
        }
      }
    };
  }

  /// Where rules are asked what they do, one after the other.
  Executor previews() {
    return previews;
  }

  /// Hands work to `window` a moment later, so that it can wait for the last of several keys.
  Executor afterTyping(Executor window) {
    return CompletableFuture.delayedExecutor(TYPING_PAUSE.toMillis(), TimeUnit.MILLISECONDS, window);
  }

  /// For what takes no longer than a moment.
  Executor quick() {
    return quick;
  }

  RunResult build(RunPlan plan, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException {
    try (InputOpener inputs = inputs()) {
      return new PlaylistPipeline(inputs, workers, threads).run(plan, telemetry, observer);
    }
  }

  Lineup lineup(RunPlan plan, RunTelemetry telemetry, Path folder) throws PipelineException, InterruptedException {
    try (InputOpener inputs = keptInputs()) {
      return new LineupBuild(inputs, workers, threads, folder).build(plan, telemetry);
    }
  }

  RuleEffect preview(PreviewPlan plan, Consumer<RuleEffect> soFar) throws PipelineException, InterruptedException {
    try (InputOpener inputs = keptInputs()) {
      return new RulePreview(inputs, workers, threads).look(plan, soFar);
    }
  }

  /// When the list of an address was fetched that is read without asking its server; empty where none is kept.
  Optional<Instant> fetchedAt(URI address) {
    return snapshots.at(address);
  }

  LineupSearch search(Lineup lineup) {
    return new LineupSearch(lineup, workers, threads);
  }

  @Override
  public SourceLook fetch(Source source, Optional<SourceLook> before, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    return refresh.fetch(source, before, telemetry);
  }

  @Override
  public Optional<SourceLook> kept(Source source, Optional<SourceLook> before, RunTelemetry telemetry)
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

  /// For a run: every server is asked.
  InputOpener inputs() {
    return inputs(Freshness.FETCH);
  }

  /// For what is only looked at: lists as they were fetched last; a server is asked where nothing is kept of it.
  InputOpener keptInputs() {
    return inputs(Freshness.KEPT);
  }

  private InputOpener inputs(Freshness freshness) {
    return new InputOpener(new HttpFetcher(FetchLimits.DEFAULT), snapshots, freshness, InputLimits.DEFAULT);
  }

  /// The sample that comes with the program, as a file that lasts as long as the window.
  Path sample() throws IOException, PipelineException {
    Path file = spool.newFile("sample");
    try (InputStream sample = WindowWork.class.getResourceAsStream("/app/lineup/sample/sample.m3u")) {
      if (sample == null) {
        throw new IllegalStateException("the program lacks its sample");
      }
      Files.copy(sample, file);
    }
    return file;
  }

  /// Stops what is under way, waits until it has cleaned up, and deletes the sample's copy.
  @Override
  public void close() {
    for (ExecutorService pool : List.of(runs, lists, lineups, previews, workers, quick)) {
      pool.shutdownNow();
    }
    try {
      for (ExecutorService writing : List.of(runs, lineups)) {
        if (!writing.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          System.getLogger(WindowWork.class.getName()).log(System.Logger.Level.WARNING, "a run did not end");
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    spool.close();
  }

  private static Thread daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
