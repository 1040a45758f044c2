package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.TestItems;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Wherever a run ends, all that it opened is closed, last first, and no lease, file or thread is left. The run has a
/// stage for each way of holding items: chunk by chunk, in parallel, everything at rest, by two strategies in turn, in
/// two passes.
final class ConductorLawsTest {

  private static final int ITEMS = 20;
  private static final int CHUNK = 4;
  private static final int LIMIT = 1_000_000;
  private static final List<String> PARTS = List.of("source", "streaming", "parallel", "batch", "switching",
      "two-pass");

  @TempDir
  private Path folder;

  @TestFactory
  Stream<DynamicTest> endings() {
    return PARTS.stream().flatMap(part -> Stream.of(Journal.End.values()).map(end -> dynamicTest(
        end + " in " + part + ", at its opening and at each of its pulls", () -> endsAt(part, end))));
  }

  private void endsAt(String part, Journal.End end) throws Exception {
    var whole = new Journal(PARTS, part, Integer.MAX_VALUE, end);
    assertThat(new Run(whole).items()).isEqualTo(IteratorLaws.numbers(ITEMS));
    assertThat(whole.pulls()).isGreaterThan(3);
    for (int pull = -1; pull < whole.pulls(); pull++) {
      var journal = new Journal(PARTS, part, pull, end);
      Throwable ended = catchThrowable(() -> new Run(journal).items());
      switch (end) {
        case FAILURE -> assertThat(ended).isInstanceOfSatisfying(PipelineException.class, failure ->
            assertThat(failure.subject()).isEqualTo(part));
        case INTERRUPTION -> assertThat(ended).isInstanceOf(InterruptedException.class);
        case FAULT -> assertThat(ended).isInstanceOf(IllegalStateException.class).hasMessage(part);
      }
    }
  }

  /// One run; it looks after itself when it has ended, however that was.
  private final class Run {

    private final Journal journal;
    private final FakeGauge gauge = new FakeGauge();
    private final MemoryMonitor memory = new MemoryMonitor(gauge, LIMIT, this::laterEachTime);
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final List<RunEvent> told = new ArrayList<>();
    private int chunks;
    private int looks;

    Run(Journal journal) {
      this.journal = journal;
    }

    List<Integer> items() throws Exception {
      try (var spill = new SpillSpace(folder, SpillLimits.USUAL)) {
        try {
          List<Integer> items = pipeline(spill).drain(chain(pipeline(spill)));
          assertThat(told).hasAtLeastOneElementOfType(RunEvent.StrategySwitched.class);
          assertThat(spill.bytesSpilled()).isPositive();
          return items;
        } finally {
          assertThat(journal.wrong()).isEmpty();
          assertThat(journal.open()).isEmpty();
          assertThat(memory.leases().bytes()).isZero();
          assertThat(spill.bytesHeld()).isZero();
          workers.shutdown();
          assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
      } finally {
        try (Stream<Path> left = Files.list(folder)) {
          assertThat(left).isEmpty();
        }
      }
    }

    private StreamingPipeline pipeline(SpillSpace spill) {
      var registry = new StageStrategyRegistry.Builder();
      for (String part : PARTS.subList(1, PARTS.size())) {
        registry.add(new Stage<Integer, Integer>(part), strategies(part, spill));
      }
      var means = new PipelineMeans(workers, 2, memory, spill, OptionalInt.of(CHUNK));
      var telemetry = new RunTelemetry(PARTS);
      return new StreamingPipeline(registry.build(), Demands.NONE, telemetry, told::add, means);
    }

    private List<StageStrategy<Integer, Integer>> strategies(String part, SpillSpace spill) {
      return switch (part) {
        case "streaming" -> List.of(way(part, part, MemoryPressureLevel.EMERGENCY,
            (upstream, context) -> new ChunkIterator<>(upstream, items -> items)));
        case "parallel" -> List.of(way(part, part, MemoryPressureLevel.EMERGENCY,
            (upstream, context) -> new ParallelIterator<>(upstream, () -> items -> items, context.workers(), 3)));
        case "batch" -> List.of(way(part, part, MemoryPressureLevel.EMERGENCY, TestItems::gathered));
        case "switching" -> List.of(
            way(part, "first", MemoryPressureLevel.OPTIMAL,
                (upstream, context) -> new ChunkIterator<>(upstream, this::jump)),
            way(part, "then", MemoryPressureLevel.EMERGENCY,
                (upstream, context) -> new ChunkIterator<>(upstream, this::jump)));
        case "two-pass" -> List.of(way(part, part, MemoryPressureLevel.EMERGENCY,
            (upstream, context) -> twoPasses(upstream, spill)));
        default -> throw new AssertionError(part);
      };
    }

    /// So that no reading counts as fresh.
    private Instant laterEachTime() {
      return Instant.EPOCH.plusSeconds(++looks);
    }

    /// Each second chunk meets high pressure, so that strategies take turns.
    private List<Integer> jump(List<Integer> items) {
      chunks++;
      gauge.used(chunks % 2 == 0 ? 0 : LIMIT * 3 / 4);
      return items;
    }

    /// What is above is counted once by itself, as numbering does.
    private PipelineIterator<Integer> twoPasses(PipelineIterator<Integer> upstream, SpillSpace spill)
        throws PipelineException, InterruptedException {
      int count = 0;
      try (PipelineIterator<Integer> first = above(pipeline(spill)).open()) {
        while (first.nextChunk(CHUNK) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
          count += items.size();
        }
      }
      assertThat(count).isEqualTo(ITEMS);
      return upstream.map(item -> item);
    }

    private Chain<Integer> above(StreamingPipeline pipeline) {
      return through(pipeline.from(new Source()), PARTS.subList(1, PARTS.size() - 1));
    }

    private Chain<Integer> chain(StreamingPipeline pipeline) {
      return through(above(pipeline), List.of(PARTS.getLast()));
    }

    private Chain<Integer> through(Chain<Integer> from, List<String> parts) {
      Chain<Integer> chain = from;
      for (String part : parts) {
        chain = chain.through(new Stage<>(part));
      }
      return chain;
    }

    private Way way(String part, String name, MemoryPressureLevel bearsUpTo, Attachment attachment) {
      return new Way(name, bearsUpTo,
          (upstream, context) -> journal.opens(part, attachment.attach(upstream, context)));
    }

    /// Numbers that can be read again, as a file can.
    private final class Source implements VersionedSource<Integer> {

      @Override
      public SourceInfo info() {
        return new SealedList<>(IteratorLaws.numbers(ITEMS), 1, "numbers").info();
      }

      @Override
      public PipelineIterator<Integer> open() throws PipelineException, InterruptedException {
        return journal.opens("source", PipelineIterator.of(IntStream.range(0, ITEMS).boxed().toList()));
      }

      @Override
      public void close() {}
    }
  }

  @FunctionalInterface
  private interface Attachment {
    PipelineIterator<Integer> attach(PipelineIterator<Integer> upstream, StageContext context)
        throws PipelineException, InterruptedException;
  }

  private record Way(String name, MemoryPressureLevel bearsUpTo, Attachment attachment)
      implements StageStrategy<Integer, Integer> {

    @Override
    public StrategyProfile profile() {
      return new StrategyProfile(name, Shape.IN_ORDER, bearsUpTo, "").can(Capability.SWITCHES_MID_STAGE);
    }

    @Override
    public PipelineIterator<Integer> attach(PipelineIterator<Integer> upstream, StageContext context)
        throws PipelineException, InterruptedException {
      return attachment.attach(upstream, context);
    }
  }
}
