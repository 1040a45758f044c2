package app.lineup.boot;

import app.lineup.app.explain.ChannelExplanation;
import app.lineup.app.explain.Explanation;
import app.lineup.app.refresh.Checked;
import app.lineup.app.refresh.SourceCheck;
import app.lineup.app.session.LibraryFolder;
import app.lineup.app.session.LibraryPlan;
import app.lineup.cli.commands.Commands;
import app.lineup.cli.commands.PlaylistService;
import app.lineup.cli.commands.ResourceLimits;
import app.lineup.cli.output.Terminal;
import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.MemoryGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.ProcessGauge;
import app.lineup.engine.memory.RssGauge;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Texts;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.InputLimits;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.SpoolSpace;
import app.lineup.library.file.LibraryCopy;
import app.lineup.library.file.LibraryException;
import app.lineup.model.Source;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.RunResult;
import app.lineup.problem.PipelineException;
import app.lineup.serve.FetchObserver;
import app.lineup.serve.PlaylistServer;
import app.lineup.serve.ServePlan;
import app.lineup.start.ProgramCaches;
import app.lineup.start.StartCaches;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The program's parts, joined. A part is made when a command needs it, so that the help costs no network client.
/// Not thread-safe; used by the main thread.
public final class Wiring implements PlaylistService {

  private final SpoolSpace spool = new SpoolSpace();
  private final SpillSpace spill = SpillSpace.ofSystem();

  private Wiring() {}

  /// Runs the command that was typed.
  ///
  /// @return the exit code
  public static int run(Terminal terminal, String... words) {
    var wiring = new Wiring();
    try (var _ = Shutdown.guard(wiring::clean); var _ = wiring.spill) {
      return new Commands(terminal, wiring, Wiring::daemon, version()).run(words);
    }
  }

  /// What is left to do where a run does not react.
  private void clean() {
    spool.close();
    spill.close();
  }

  @Override
  public RunResult build(RunPlan plan, ResourceLimits allowance, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException {
    spill.sweep();
    int threads = allowance.threads();
    ExecutorService workers = Executors.newFixedThreadPool(threads, Wiring::daemon);
    ExecutorService bridges = Executors.newCachedThreadPool(Wiring::daemon);
    var memory = memory(allowance);
    var readers = new Readers(bridges, allowance.chunkTimeout());
    try (InputOpener inputs = inputs(readers)) {
      var means = new RunResources(
          inputs, workers, threads, memory, spill, Optional.of(readers), () -> new HttpFetcher(FetchLimits.PICTURE));
      return new PlaylistPipeline(means).run(plan, telemetry, observer);
    } finally {
      workers.shutdownNow();
      bridges.shutdownNow();
    }
  }

  @Override
  public Explanation explain(RunPlan plan, String channel, ResourceLimits allowance)
      throws PipelineException, InterruptedException {
    spill.sweep();
    int threads = allowance.threads();
    ExecutorService workers = Executors.newFixedThreadPool(threads, Wiring::daemon);
    ExecutorService reading = Executors.newCachedThreadPool(Wiring::daemon);
    try (InputOpener inputs = inputs(new Readers(reading, allowance.chunkTimeout()))) {
      return new ChannelExplanation(new RunResources(inputs, workers, threads, memory(allowance), spill))
          .explain(plan, channel);
    } finally {
      workers.shutdownNow();
      reading.shutdownNow();
    }
  }

  private static MemoryMonitor memory(ResourceLimits allowance) {
    var process = new ProcessGauge();
    MemoryGauge real = switch (allowance.gauge()) {
      case LIVE -> process;
      case RSS -> new RssGauge(process, InstantSource.system());
    };
    MemoryGauge gauge = allowance.simulated().map(script -> script.gauge(real, InstantSource.system())).orElse(real);
    return new MemoryMonitor(
        gauge, allowance.memoryBytes().orElse(MemoryMonitor.DEFAULT_BUDGET_BYTES), InstantSource.system());
  }

  @Override
  public Checked check(Source source, Duration patience, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    ExecutorService reading = Executors.newCachedThreadPool(Wiring::daemon);
    try (InputOpener inputs = inputs(new Readers(reading, patience))) {
      return new SourceCheck(inputs).check(source, telemetry);
    } finally {
      reading.shutdownNow();
    }
  }

  @Override
  public PlaylistServer serve(ServePlan plan, FetchObserver observer) throws PipelineException {
    return PlaylistServer.start(
        plan, Executors.newVirtualThreadPerTaskExecutor(), InstantSource.system(), observer);
  }

  @Override
  public LibraryPlan library(Path folder) throws PipelineException {
    try {
      return new LibraryPlan(LibraryCopy.read(folder).library(),
          new LibraryFolder(folder.toAbsolutePath().normalize()));
    } catch (LibraryException e) {
      Texts texts = Texts.of("shell");
      String key = "trouble." + e.trouble().word();
      throw new PipelineException(PipelineException.Kind.RESOURCES, e.path().toString(),
          texts.get(key + ".what", e.reason()),
          texts.get(key + ".advice"), e);
    }
  }

  @Override
  public StartCaches startCaches() {
    return ProgramCaches.ofThisProcess();
  }

  private InputOpener inputs(Readers readers) {
    return new InputOpener(
        new HttpFetcher(FetchLimits.DEFAULT), spool, standardInput(), InputLimits.DEFAULT, Optional.of(readers));
  }

  /// Standard input as a channel: `System.in` cannot be interrupted while it waits for the next line.
  private static InputStream standardInput() {
    return Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel());
  }

  /// A thread that does not keep the process alive.
  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "lineup");
    thread.setDaemon(true);
    return thread;
  }

  /// The program's version, empty where nobody knows.
  static String version() {
    var descriptor = Wiring.class.getModule().getDescriptor();
    return descriptor == null ? "" : descriptor.rawVersion().orElse("");
  }
}
