package app.lineup.boot;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.provider.http.FetchLimits;
import app.lineup.provider.http.HttpFetcher;
import app.lineup.provider.input.InputLimits;
import app.lineup.provider.input.InputOpener;
import app.lineup.provider.input.SpoolSpace;
import app.lineup.serve.FetchObserver;
import app.lineup.serve.PlaylistServer;
import app.lineup.serve.ServePlan;
import app.lineup.stages.PlaylistPipeline;
import app.lineup.stages.RunPlan;
import app.lineup.stages.RunResult;
import app.lineup.stages.SourceCheck;
import app.lineup.stages.SourceSummary;
import app.lineup.stages.StageType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// What the window has done in the background, and the threads it is done on. Thread-safe.
final class WindowWork implements AutoCloseable {

  /// Reading a list is mostly waiting for a disk or a server; more at a time would only get in a run's way.
  private static final int LISTS_AT_A_TIME = 2;

  /// Longer than any clean-up takes.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SpoolSpace spool = new SpoolSpace();
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService lists = Executors.newFixedThreadPool(LISTS_AT_A_TIME, work -> daemon("lists", work));
  private final ExecutorService runs = Executors.newSingleThreadExecutor(work -> daemon("run", work));
  private final ExecutorService workers = Executors.newFixedThreadPool(threads, work -> daemon("worker", work));
  private final ExecutorService looks = Executors.newSingleThreadExecutor(work -> daemon("looks", work));
  private final ExecutorService saves = Executors.newSingleThreadExecutor(work -> daemon("saves", work));
  private final ExecutorService serving = Executors.newSingleThreadExecutor(work -> daemon("serving", work));
  private final Set<PlaylistServer> servers = ConcurrentHashMap.newKeySet();
  private final ExecutorService quick = Executors.newVirtualThreadPerTaskExecutor();

  /// Where lists are looked through.
  Executor lists() {
    return lists;
  }

  /// Where runs are, one after the other.
  Executor runs() {
    return runs;
  }

  /// Where published playlists are looked into.
  Executor looks() {
    return looks;
  }

  /// Where playlists are saved, one after the other.
  Executor saves() {
    return saves;
  }

  /// Where the server is started and stopped.
  Executor serving() {
    return serving;
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

  SourceSummary check(Source source, RunTelemetry telemetry) throws PipelineException, InterruptedException {
    try (InputOpener inputs = inputs()) {
      return new SourceCheck(inputs).check(source, telemetry);
    }
  }

  /// How many channels a playlist of ours has.
  long channels(Path playlist) throws PipelineException, InterruptedException {
    var source = new Source(playlist.toString(), new Location.OfFile(playlist));
    return check(source, new RunTelemetry(StageType.ids())).report().entries();
  }

  /// Starts a server that ends with the window at the latest.
  PlaylistServer serve(ServePlan plan, FetchObserver observer) throws PipelineException {
    PlaylistServer server = PlaylistServer.start(
        plan, Executors.newVirtualThreadPerTaskExecutor(), InstantSource.system(), observer);
    servers.add(server);
    if (serving.isShutdown()) {
      // The window was closed meanwhile.
      server.close();
    }
    return server;
  }

  private InputOpener inputs() {
    return new InputOpener(
        new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(), InputStream.nullInputStream(), InputLimits.DEFAULT);
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
    for (ExecutorService pool : List.of(serving, saves, looks, runs, lists, workers, quick)) {
      pool.shutdownNow();
    }
    servers.forEach(PlaylistServer::close);
    try {
      // A copy that is under way takes its unfinished file away.
      boolean saved = saves.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!saved || !runs.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.getLogger(WindowWork.class.getName()).log(System.Logger.Level.WARNING, "what was under way did not end");
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
