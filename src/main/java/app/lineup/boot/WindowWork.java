package app.lineup.boot;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.memory.MemoryGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.ProcessGauge;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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

  private final SpoolSpace spool = new SpoolSpace();
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService lists = Executors.newFixedThreadPool(LISTS_AT_A_TIME, work -> daemon("lists", work));
  private final ExecutorService runs = Executors.newSingleThreadExecutor(work -> daemon("run", work));
  private final ExecutorService workers = Executors.newFixedThreadPool(threads, work -> daemon("worker", work));
  private final ExecutorService quick = Executors.newVirtualThreadPerTaskExecutor();
  private final MemoryMonitor memory;

  WindowWork() {
    this(new ProcessGauge());
  }

  /// @param gauge says how much memory is taken
  WindowWork(MemoryGauge gauge) {
    memory = new MemoryMonitor(gauge, MemoryMonitor.DEFAULT_BUDGET_BYTES, InstantSource.system());
  }

  /// Weighs the program.
  MemoryMonitor memory() {
    return memory;
  }

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

  /// @param budgetBytes how much memory may be used from now on
  RunResult build(RunPlan plan, long budgetBytes, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException {
    memory.budget(budgetBytes);
    try (InputOpener inputs = inputs()) {
      return new PlaylistPipeline(inputs, workers, threads, memory).run(plan, telemetry, observer);
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
    spool.close();
  }

  private static Thread daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
