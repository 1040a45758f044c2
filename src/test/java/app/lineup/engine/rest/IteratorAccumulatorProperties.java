package app.lineup.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.FakeDisk;
import app.lineup.engine.record.IntCodec;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestFolder;
import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Items that rest come out once, in order, none lost, none twice, whatever memory, disk and readers do; and nothing is
/// left of them.
final class IteratorAccumulatorProperties {

  private static final long LIMIT = 10_000;

  /// A chunk of so many items that comes under this much pressure, while somebody else holds so much.
  record Step(int items, MemoryPressureLevel level, long heldByOthers) {}

  /// One accumulator with all that it works with. What it leaves is looked at when it is closed.
  private static final class Room implements AutoCloseable {

    private final TestFolder folder = new TestFolder();
    private final FakeGauge gauge = new FakeGauge();
    private final MemoryMonitor memory = new MemoryMonitor(gauge, LIMIT, InstantSource.fixed(Instant.EPOCH));
    private final StageMeter meter = StageMeter.unwatched();
    private final List<Spill> told = new ArrayList<>();
    private final MemoryLease others = memory.leases().open("others", 0.05, LeaseAlarms.NONE);
    private final FakeDisk disk;
    private final SpillSpace space;
    private final IteratorAccumulator<Integer> accumulator;

    Room(AccumulationStrategy strategy, FakeDisk disk) throws IOException {
      this.disk = disk;
      this.space = new SpillSpace(folder.path(), SpillLimits.USUAL, disk);
      this.accumulator = new IteratorAccumulator<>(new Accumulation<>(
          new IntCodec(), strategy, space, memory, memory.leases(), meter, told::add));
    }

    /// Adds what the steps say, as numbers from 0 on.
    int add(List<Step> steps) throws PipelineException, InterruptedException {
      int items = 0;
      for (Step step : steps) {
        others.trySetBytes(step.heldByOthers());
        gauge.used((long) (LIMIT * (step.level().from() + 0.01)));
        accumulator.add(IteratorLaws.numbers(items + step.items()).subList(items, items + step.items()));
        items += step.items();
      }
      return items;
    }

    @Override
    public void close() throws IOException {
      accumulator.close();
      others.close();
      assertThat(memory.leases().holders()).as("leases").isEmpty();
      assertThat(space.bytesHeld()).isZero();
      assertThat(disk.open()).as("files open").isZero();
      assertThat(files()).as("files").isZero();
      space.close();
      try (Stream<?> left = Files.list(folder.path())) {
        assertThat(left).as("folders").isEmpty();
      }
      folder.close();
    }

    long files() throws IOException {
      try (Stream<?> all = Files.walk(folder.path())
          .filter(file -> Files.isRegularFile(file) && !file.endsWith(FolderLock.NAME))) {
        return all.count();
      }
    }
  }

  @Property(tries = 60)
  @Label("they come out as they went in, for two readers at once, and for one that goes on after close")
  void comeOutAsTheyWentIn(@ForAll("strategies") AccumulationStrategy strategy, @ForAll("steps") List<Step> steps)
      throws Exception {
    try (var room = new Room(strategy, new FakeDisk())) {
      int items = room.add(steps);
      List<Integer> all = IteratorLaws.numbers(items);
      VersionedSource<Integer> source = room.accumulator.seal("numbers");
      room.accumulator.close();
      assertThat(source.info().size()).hasValue(items);
      assertThat(source.info().description()).isEqualTo("numbers");
      PipelineIterator<Integer> one = source.open();
      PipelineIterator<Integer> other = source.open();
      List<Integer> first = new ArrayList<>();
      List<Integer> second = new ArrayList<>();
      boolean more = true;
      while (more) {
        boolean a = take(one, 7, first);
        boolean b = take(other, 300, second);
        more = a || b;
      }
      assertThat(first).isEqualTo(all);
      assertThat(second).isEqualTo(all);
      one.close();
      PipelineIterator<Integer> late = source.open();
      List<Integer> last = new ArrayList<>();
      take(late, 3, last);
      source.close();
      source.close();
      assertThat(catchThrowable(source::open)).isInstanceOf(PipelineException.class);
      other.close();
      other.close();
      last.addAll(ListReading.drain(late));
      assertThat(last).isEqualTo(all);
      late.close();
    }
  }

  private static boolean take(PipelineIterator<Integer> from, int most, List<Integer> into) throws Exception {
    return switch (from.nextChunk(most)) {
      case IteratorResult.Items<Integer>(List<Integer> chunk) -> into.addAll(chunk);
      case IteratorResult.Finished<Integer> _ -> false;
    };
  }

  @Property(tries = 60)
  @Label("what is told of files adds up, and what is in memory is declared")
  void toldAndDeclared(@ForAll("strategies") AccumulationStrategy strategy, @ForAll("steps") List<Step> steps)
      throws Exception {
    try (var room = new Room(strategy, new FakeDisk())) {
      int items = room.add(steps);
      try (VersionedSource<Integer> source = room.accumulator.seal("numbers")) {
        List<Spill.Written> written =
            room.told.stream().filter(Spill.Written.class::isInstance).map(Spill.Written.class::cast).toList();
        assertThat(written).hasSize((int) room.files());
        long onDisk = written.stream().mapToLong(Spill.Written::items).sum();
        long bytes = written.stream().mapToLong(Spill.Written::bytes).sum();
        assertThat(room.space.bytesSpilled()).isEqualTo(bytes).isEqualTo(room.space.bytesHeld());
        assertThat(room.meter.spilledBytes()).isEqualTo(bytes);
        long declared = room.memory.leases().bytes() - room.others.bytes();
        assertThat(declared).isEqualTo((items - onDisk) * new IntCodec().weigh(0))
            .isEqualTo(room.meter.load().heldBytes());
        assertThat(source.info().version()).isPositive();
      }
      assertThat(room.meter.load().heldBytes()).as("what was closed holds nothing").isZero();
    }
  }

  @Property(tries = 30)
  @Label("a disk that is full at one of its writes fails the run in words, and nothing is left")
  void fullDisk(@ForAll("strategies") AccumulationStrategy strategy, @ForAll("steps") List<Step> steps)
      throws Exception {
    int writes;
    try (var room = new Room(strategy, new FakeDisk())) {
      room.add(steps);
      room.accumulator.seal("numbers").close();
      writes = room.disk.writes();
    }
    for (int i = 0; i < writes; i += 1 + writes / 10) {
      try (var room = new Room(strategy, new FakeDisk().failingAt(i))) {
        Throwable failure = catchThrowable(() -> {
          room.add(steps);
          room.accumulator.seal("numbers").close();
        });
        assertThat(failure).isInstanceOfSatisfying(PipelineException.class, e -> {
          assertThat(e.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
          assertThat(e.what()).contains("No space left on device");
          assertThat(e.advice()).isNotEmpty();
        });
      }
    }
  }

  @Property(tries = 30)
  @Label("an accumulator that is closed at any step leaves nothing")
  void closedEarly(
      @ForAll("strategies") AccumulationStrategy strategy, @ForAll("steps") List<Step> steps, @ForAll int seed)
      throws Exception {
    try (var room = new Room(strategy, new FakeDisk())) {
      room.add(steps.subList(0, Math.floorMod(seed, steps.size() + 1)));
      room.accumulator.close();
      room.accumulator.close();
      assertThat(catchThrowable(() -> room.accumulator.add(List.of(1)))).isInstanceOf(IllegalStateException.class);
      assertThat(catchThrowable(() -> room.accumulator.seal("it"))).isInstanceOf(IllegalStateException.class);
    }
  }

  @Provide
  Arbitrary<AccumulationStrategy> strategies() {
    return Arbitraries.of(
        new AccumulationStrategy.InMemory(), new AccumulationStrategy.FileSpilled(7),
        new AccumulationStrategy.FileSpilled(100),
        new AccumulationStrategy.FileSpilled(10_000), new AccumulationStrategy.Hybrid(0),
        new AccumulationStrategy.Hybrid(1600), new AccumulationStrategy.Hybrid(50_000_000));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> items = Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.integers().between(1, 20)),
        Tuple.of(1, Arbitraries.integers().between(200, 300)));
    Arbitrary<Long> others = Arbitraries.of(0L, 0L, 0L, 8_500L, 9_900L, LIMIT);
    return Combinators.combine(items, Arbitraries.of(MemoryPressureLevel.class), others).as(Step::new).list()
        .ofMaxSize(6);
  }
}
