package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageFacts;
import app.lineup.laws.Probe;
import app.lineup.problem.PipelineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A run of small stages over numbers, and all that can be seen of it. Not thread-safe; used by one thread.
final class FusedRun implements AutoCloseable {

  static final int LIMIT = 1_000_000;
  /// How large the process is said to be.
  static final long RSS = 42_000_000;

  private final FakeGauge gauge = new FakeGauge();
  private final MemoryMonitor memory = new MemoryMonitor(gauge, LIMIT, () -> Instant.EPOCH);
  private final ExecutorService workers;
  private final int threads;
  private final List<RunEvent> told = Collections.synchronizedList(new ArrayList<>());
  private final StageStrategyRegistry.Builder registry = new StageStrategyRegistry.Builder();
  private final List<String> stages = new ArrayList<>();
  private final List<Integer> asked = new ArrayList<>();
  private final Probe source;
  private OptionalInt chunk = OptionalInt.empty();
  private RunTelemetry telemetry = new RunTelemetry(List.of());

  FusedRun(Probe source, int threads) {
    this.source = source;
    this.threads = threads;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /// Asks for so many items at a time while there is no pressure.
  FusedRun chunk(int items) {
    chunk = OptionalInt.of(items);
    return this;
  }

  /// One more stage, by its strategies, best first.
  FusedRun then(String stage, List<StageStrategy<Integer, Integer>> bestFirst) {
    stages.add(stage);
    registry.add(new Stage<Integer, Integer>(stage), bestFirst);
    return this;
  }

  /// One more stage that is done to each chunk in one way.
  FusedRun then(String stage, boolean onWorkers, ChunkFunction<Integer, Integer> function) {
    return then(stage, List.of(FusedWays.way("only", MemoryPressureLevel.EMERGENCY, onWorkers, function)));
  }

  /// From the next look on, so much of the limit is in use.
  void use(double share) {
    gauge.used(Math.round(LIMIT * share));
  }

  /// All that the run gives.
  List<Integer> items() throws PipelineException, InterruptedException {
    StreamingPipeline pipeline = pipeline();
    return pipeline.drain(chain(pipeline));
  }

  /// The run's last stage, to be pulled by the test.
  PipelineIterator<Integer> open() throws PipelineException, InterruptedException {
    return chain(pipeline()).open();
  }

  private StreamingPipeline pipeline() {
    telemetry = new RunTelemetry(stages, () -> RSS);
    var means = new PipelineMeans(workers, threads, memory, SpillSpace.ofSystem(), chunk);
    return new StreamingPipeline(registry.build(), Demands.NONE, telemetry, told::add, means);
  }

  private Chain<Integer> chain(StreamingPipeline pipeline) {
    Chain<Integer> chain = pipeline.from(new Source()).with(Asked::new);
    for (String stage : stages) {
      chain = chain.through(new Stage<>(stage));
    }
    return chain;
  }

  List<RunEvent> told() {
    return List.copyOf(told);
  }

  /// What each pull asked the source for.
  List<Integer> asked() {
    return asked;
  }

  Probe source() {
    return source;
  }

  List<StageFacts> facts() {
    return telemetry.facts();
  }

  List<StageFigures> figures() {
    return telemetry.snapshot().stages();
  }

  /// Nothing is under way any more, and no law was broken.
  void isOver() {
    assertThat(source.closes()).isEqualTo(1);
    assertThat(source.isAbused()).isFalse();
    assertThat(figures()).allSatisfy(stage -> {
      assertThat(stage.load().chunksAhead()).isZero();
      assertThat(stage.load().chunkItems()).isZero();
    });
  }

  /// No worker is busy for ever.
  @Override
  public void close() {
    workers.shutdown();
    boolean interrupted = false;
    while (!workers.isTerminated()) {
      try {
        assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Asked implements PipelineIterator<Integer> {

    private final PipelineIterator<Integer> upstream;

    Asked(PipelineIterator<Integer> upstream) {
      this.upstream = upstream;
    }

    @Override
    public IteratorResult<Integer> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      asked.add(maxItems);
      return upstream.nextChunk(maxItems);
    }

    @Override
    public void close() {
      upstream.close();
    }
  }

  private final class Source implements VersionedSource<Integer> {

    @Override
    public SourceInfo info() {
      return new SealedList<>(List.of(), 1, "numbers").info();
    }

    @Override
    public PipelineIterator<Integer> open() {
      return source;
    }

    @Override
    public void close() {}
  }
}
