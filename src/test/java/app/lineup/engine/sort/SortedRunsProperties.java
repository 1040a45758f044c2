package app.lineup.engine.sort;

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
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.rest.FolderLock;
import app.lineup.engine.rest.GatheringIterator;
import app.lineup.engine.rest.Spill;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestFolder;
import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Sorted items come out once, in the order of their keys, those with the same key as they came, whatever memory, disk
/// and readers do; and nothing is left of them.
final class SortedRunsProperties {

  private static final long LIMIT = 100_000_000;
  private static final AccumulationStrategy USUAL = new AccumulationStrategy.Hybrid(2_000_000);

  /// A chunk of so many items that comes under this much pressure, while somebody else holds so much.
  record Step(int items, MemoryPressureLevel level, long heldByOthers) {}

  /// An item weighs so much that a few make a run.
  private static final class HeavyInts extends IntCodec {
    @Override
    public long weigh(Integer item) {
      return 100_000;
    }
  }

  private static byte[] key(int item) {
    // Two lengths, so that one key is the beginning of another.
    return item % 5 == 0 ? new byte[] {(byte) (item % 3 * 100)} : ByteBuffer.allocate(9).put((byte) (item % 3 * 100))
        .putLong(item % 7).array();
  }

  private static List<Integer> sorted(int items) {
    List<Integer> all = new ArrayList<>(IteratorLaws.numbers(items));
    all.sort(Comparator.comparing(SortedRunsProperties::key, Arrays::compareUnsigned));
    return all;
  }

  private static final class Room implements AutoCloseable {

    private final TestFolder folder = new TestFolder();
    private final FakeGauge gauge = new FakeGauge();
    private final MemoryMonitor memory = new MemoryMonitor(gauge, LIMIT, InstantSource.fixed(Instant.EPOCH));
    private final StageMeter meter = StageMeter.unwatched();
    private final List<Spill> told = new ArrayList<>();
    private final MemoryLease others = memory.leases().open("others", 0.05, LeaseAlarms.NONE);
    private final FakeDisk disk;
    private final SpillSpace space;
    private final SortedRuns<Integer> runs;

    Room(AccumulationStrategy strategy, FakeDisk disk, int mostFiles) throws IOException {
      this.disk = disk;
      this.space = new SpillSpace(folder.path(), SpillLimits.USUAL, disk);
      this.runs = new SortedRuns<>(new Accumulation<>(
          new HeavyInts(), strategy, space, memory, memory.leases(), meter, told::add), SortedRunsProperties::key,
          mostFiles);
    }

    int add(List<Step> steps) throws PipelineException, InterruptedException {
      int items = 0;
      for (Step step : steps) {
        others.trySetBytes(step.heldByOthers());
        gauge.used((long) (LIMIT * (step.level().from() + 0.01)));
        runs.add(IteratorLaws.numbers(items + step.items()).subList(items, items + step.items()));
        items += step.items();
      }
      return items;
    }

    List<Path> files() throws IOException {
      try (Stream<Path> all = Files.walk(folder.path())
          .filter(file -> Files.isRegularFile(file) && !file.endsWith(FolderLock.NAME))) {
        return all.toList();
      }
    }

    @Override
    public void close() throws IOException {
      runs.close();
      others.close();
      assertThat(memory.leases().holders()).as("leases").isEmpty();
      assertThat(space.bytesHeld()).isZero();
      assertThat(disk.open()).as("files open").isZero();
      assertThat(files()).as("files").isEmpty();
      space.close();
      folder.close();
    }
  }

  @Property(tries = 100)
  @Label("they come out sorted, for two readers at once, and for one that goes on after close")
  void sorted(
      @ForAll("strategies") AccumulationStrategy strategy, @ForAll("steps") List<Step> steps,
      @ForAll @IntRange(min = 2, max = 9) int mostFiles) throws Exception {
    try (var room = new Room(strategy, new FakeDisk(), mostFiles)) {
      int items = room.add(steps);
      VersionedSource<Integer> source = room.runs.seal("numbers");
      room.runs.close();
      assertThat(room.files()).hasSizeLessThanOrEqualTo(mostFiles);
      assertThat(source.info().size()).hasValue(items);
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
      assertThat(first).isEqualTo(sorted(items));
      assertThat(second).isEqualTo(sorted(items));
      one.close();
      PipelineIterator<Integer> late = source.open();
      take(late, 3, new ArrayList<>());
      source.close();
      source.close();
      assertThat(catchThrowable(source::open)).isInstanceOf(PipelineException.class);
      other.close();
      other.close();
      assertThat(ListReading.drain(late)).isEqualTo(sorted(items).subList(Math.min(items, 3), items));
      late.close();
    }
  }

  private static boolean take(PipelineIterator<Integer> from, int most, List<Integer> into) throws Exception {
    return switch (from.nextChunk(most)) {
      case IteratorResult.Items<Integer>(List<Integer> chunk) -> into.addAll(chunk);
      case IteratorResult.Finished<Integer> _ -> false;
    };
  }

  @Property(tries = 40)
  @Label("a disk that fails at any write ends it, and nothing is left")
  void diskFull(@ForAll("steps") List<Step> steps) throws Exception {
    int writes;
    try (var room = new Room(USUAL, new FakeDisk(), 2)) {
      room.add(steps);
      room.runs.seal("numbers").close();
      writes = room.disk.writes();
    }
    for (int write = 0; write < writes; write++) {
      try (var room = new Room(USUAL, new FakeDisk().failingAt(write), 2)) {
        Throwable failure = catchThrowable(() -> {
          room.add(steps);
          room.runs.seal("numbers").close();
        });
        assertThat(failure).isInstanceOf(PipelineException.class).hasMessageContaining("No space left");
      }
    }
  }

  @Property(tries = 20)
  @Label("a file that was damaged meanwhile is said to be, and the rest is left as clean")
  void damaged(@ForAll @IntRange(min = 60, max = 200) int items, @ForAll @IntRange(max = 20) int where)
      throws Exception {
    try (var room = new Room(USUAL, new FakeDisk(), 9)) {
      room.add(Stream.generate(() -> new Step(10, MemoryPressureLevel.OPTIMAL, 0)).limit(items / 10).toList());
      VersionedSource<Integer> source = room.runs.seal("numbers");
      Path file = room.files().getFirst();
      byte[] bytes = Files.readAllBytes(file);
      bytes[10 + where] ^= 1;
      Files.write(file, bytes);
      Throwable failure = catchThrowable(() -> {
        try (PipelineIterator<Integer> reader = source.open()) {
          ListReading.drain(reader);
        }
      });
      assertThat(failure).isInstanceOf(PipelineException.class).hasMessageContaining("damaged");
      source.close();
    }
  }

  @Property(tries = 20)
  @Label("cancelling passes while items are added, merged and read")
  void cancelled(@ForAll("steps") List<Step> steps) throws Exception {
    try (var room = new Room(USUAL, new FakeDisk(), 2)) {
      room.add(steps);
      Thread.currentThread().interrupt();
      assertThat(catchThrowable(() -> room.runs.add(List.of(1)))).isInstanceOf(InterruptedException.class);
      VersionedSource<Integer> source = room.runs.seal("numbers");
      try (PipelineIterator<Integer> reader = source.open()) {
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(() -> reader.nextChunk(5))).isInstanceOf(InterruptedException.class);
      }
      source.close();
    }
  }

  /// What the laws opened, the spill space before its folder.
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @AfterEach
  void closeOpened() throws Exception {
    while (!opened.isEmpty()) {
      opened.removeLast().close();
    }
  }

  @TestFactory
  Stream<DynamicTest> laws() {
    return IteratorLaws.ofStage(upstream -> {
      var folder = new TestFolder();
      opened.add(folder);
      var memory = new MemoryMonitor(new FakeGauge(), LIMIT, InstantSource.fixed(Instant.EPOCH));
      var space = new SpillSpace(folder.path(), SpillLimits.USUAL, new FakeDisk());
      opened.add(space);
      var how = new Accumulation<>(
          new HeavyInts(), USUAL, space, memory, memory.leases(), StageMeter.unwatched(), _ -> {});
      return new GatheringIterator<>(upstream, new SortedRuns<>(how, SortedRunsProperties::key), () -> 30, "numbers");
    }, items -> sorted(items.size()));
  }

  @Provide
  Arbitrary<AccumulationStrategy> strategies() {
    return Arbitraries.of(
        new AccumulationStrategy.InMemory(), new AccumulationStrategy.FileSpilled(3),
        new AccumulationStrategy.Hybrid(0),
        USUAL, SortedRuns.within(LIMIT));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 60), Arbitraries.of(MemoryPressureLevel.values()),
            Arbitraries.longs().between(0, LIMIT - 1))
        .as(Step::new).list().ofMaxSize(12);
  }
}
