package app.lineup.engine.run;

import app.lineup.engine.accumulate.VersionedSource;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.strategy.ProcessingConditions;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/// The conductor of one run: it chooses a strategy for each stage, joins the stages, pulls at the end, and tells what
/// happens. Confined to the run's thread; interrupting that thread cancels the run.
public final class StreamingPipeline {

  private final StageStrategyRegistry registry;
  private final RunTelemetry telemetry;
  private final RunObserver observer;
  private final ExecutorService workers;
  private final int threads;
  private final MemoryMonitor memory;
  private final Pace pace;

  /// @param registry  the strategies of each stage
  /// @param telemetry the run's counters
  /// @param observer  who listens to its facts
  /// @param workers   threads for computing; they belong to the caller
  /// @param threads   how many of them the run may keep busy
  /// @param memory    says how much a pull may take
  public StreamingPipeline(
      StageStrategyRegistry registry,
      RunTelemetry telemetry,
      RunObserver observer,
      ExecutorService workers,
      int threads,
      MemoryMonitor memory) {
    this.registry = registry;
    this.telemetry = telemetry;
    this.observer = observer;
    this.workers = workers;
    this.threads = threads;
    this.memory = memory;
    this.pace = new Pace(memory, observer);
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
    } finally {
      pace.tell();
    }
    return results;
  }

  <I, O> PipelineIterator<O> attach(Stage<I, O> stage, Chain<I> above) throws PipelineException, InterruptedException {
    var conditions = new ProcessingConditions(pace.pressure());
    StageStrategy<I, O> strategy = registry.select(stage, conditions);
    String name = strategy.profile().name();
    var meter = telemetry.stage(stage.id());
    meter.strategy(name);
    PipelineIterator<I> upstream = above.open();
    try {
      observer.onEvent(new RunEvent.StrategyChosen(stage.id(), name, strategy.profile().summary()));
      var attached = strategy.attach(upstream, new StageContext(meter, workers, threads, memory, pace::chunkItems, observer));
      return new WatchedIterator<>(attached, stage.id(), meter, observer, pace);
    } catch (PipelineException | InterruptedException | RuntimeException e) {
      upstream.close();
      throw e;
    }
  }
}
