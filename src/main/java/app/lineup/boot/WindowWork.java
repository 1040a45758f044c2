package app.lineup.boot;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.Source;
import app.lineup.provider.http.FetchLimits;
import app.lineup.provider.http.HttpFetcher;
import app.lineup.provider.input.InputLimits;
import app.lineup.provider.input.InputOpener;
import app.lineup.provider.input.SpoolSpace;
import app.lineup.stages.PlaylistPipeline;
import app.lineup.stages.RunPlan;
import app.lineup.stages.RunResult;
import app.lineup.stages.SourceCheck;
import app.lineup.stages.SourceSummary;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
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

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService lists = Executors.newFixedThreadPool(LISTS_AT_A_TIME, work -> daemon("lists", work));
  private final ExecutorService runs = Executors.newSingleThreadExecutor(work -> daemon("run", work));
  private final ExecutorService workers = Executors.newFixedThreadPool(threads, work -> daemon("worker", work));
  private final LibraryThread library = new LibraryThread();
  private final ExecutorService quick = Executors.newVirtualThreadPerTaskExecutor();

  /// Where lists are looked through.
  Executor lists() {
    return lists;
  }

  /// Where runs are, one after the other.
  Executor runs() {
    return runs;
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

  private InputOpener inputs() {
    return new InputOpener(
        new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(), InputStream.nullInputStream(), InputLimits.DEFAULT);
  }

  /// The window's library, and the thread it is used on.
  LibraryThread library() {
    return library;
  }

  /// Stops what is under way, waits until it has cleaned up, and closes the library last.
  @Override
  public void close() {
    for (ExecutorService pool : List.of(runs, lists, workers, quick)) {
      pool.shutdownNow();
    }
    try {
      if (!runs.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.getLogger(WindowWork.class.getName()).log(System.Logger.Level.WARNING, "a run did not end");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    library.close();
  }

  static Thread daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
