package app.lineup.engine.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// What is read ahead comes in its order, takes no more than its room, and goes with its reader.
final class PackedAheadTest {

  private static final RecordForm<Integer> FORM = new RecordForm<>(new IntCodec(), 10);
  private static final Executor AT_ONCE = Runnable::run;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LeaseBook leases = new LeaseBook(() -> 100_000);

  @AfterEach
  @AfterProperty
  void stop() {
    threads.shutdownNow();
  }

  private PackedAhead<Integer> ahead(PipelineIterator<Integer> upstream, Executor executor, LongSupplier room) {
    return new PackedAhead<>(upstream, FORM, executor, () -> 10, room, leases);
  }

  @TestFactory
  @DisplayName("it keeps the laws of iterators, on another thread and on its own, with much room and with none")
  Stream<DynamicNode> laws() {
    return Stream.of(0L, 40L, 400L).flatMap(room -> Stream.of(AT_ONCE, threads).map(executor ->
        DynamicContainer.dynamicContainer(room + (executor.equals(AT_ONCE) ? " at once" : " on another thread"),
            IteratorLaws.ofStage(upstream -> ahead(upstream, executor, () -> room), Function.identity()))));
  }

  @Property(tries = 100)
  void nothingIsLostHoweverTheRoomJumps(@ForAll @IntRange(max = 3000) int size, @ForAll long seed) throws Exception {
    var random = new Random(seed);
    List<Integer> all = new ArrayList<>();
    try (var ahead = ahead(Probe.of(size), random.nextBoolean() ? AT_ONCE : threads, () -> random.nextInt(300))) {
      while (ahead.nextChunk(1 + random.nextInt(30)) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
        all.addAll(items);
      }
    }
    assertThat(all).isEqualTo(IteratorLaws.numbers(size));
    assertThat(leases.bytes()).isZero();
    assertThat(leases.holders()).isEmpty();
  }

  @Test
  @DisplayName("it reads until its room is full, and declares what it keeps")
  void fillsItsRoom() throws Exception {
    var upstream = new Endless();
    try (var ahead = ahead(upstream, AT_ONCE, () -> 500)) {
      ahead.nextChunk(10);
      assertThat(leases.bytes()).isBetween(250L, 600L);
      assertThat(leases.holders()).singleElement().asString().startsWith("read ahead, packed: ");
      int given = upstream.given.get();
      assertThat(given).isGreaterThan(20);
      ahead.nextChunk(10);
      assertThat(upstream.given).as("more than half is there").hasValue(given);
    }
    assertThat(leases.holders()).isEmpty();
  }

  @Test
  @DisplayName("where others need the memory it stops reading ahead, and goes on when all it kept is gone")
  void givesWay() throws Exception {
    var upstream = new Endless();
    try (var ahead = ahead(upstream, AT_ONCE, () -> 500); var others = leases.open("others", LeaseAlarms.NONE)) {
      ahead.nextChunk(10);
      int given = upstream.given.get();
      assertThat(others.trySetBytes(99_000)).isTrue();
      for (int next = 10; next < given; next += 10) {
        ahead.nextChunk(10);
        assertThat(upstream.given).hasValue(given);
      }
      others.trySetBytes(0);
      assertThat(ahead.nextChunk(10)).isEqualTo(new IteratorResult.Items<>(
          Stream.iterate(given, number -> number + 1).limit(10).toList()));
      assertThat(upstream.given.get()).isGreaterThan(given + 10);
    }
  }

  @Test
  @DisplayName("where the limit allows nothing more it keeps one block, so that nothing stands still")
  void goesOnWithoutALease() throws Exception {
    try (var others = leases.open("others", LeaseAlarms.NONE); var ahead = ahead(Probe.of(100), AT_ONCE, () -> 500)) {
      assertThat(others.trySetBytes(100_000)).isTrue();
      List<Integer> all = new ArrayList<>();
      while (ahead.nextChunk(100) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
        all.addAll(items);
      }
      assertThat(all).isEqualTo(IteratorLaws.numbers(100));
    }
  }

  @Test
  @DisplayName("a failure comes behind all that was read before it")
  void failsInItsPlace() throws Exception {
    try (var ahead = ahead(Probe.failing(1000, 2), AT_ONCE, () -> 100_000)) {
      assertThat(ahead.nextChunk(10)).isInstanceOf(IteratorResult.Items.class);
      assertThat(ahead.nextChunk(10)).isInstanceOf(IteratorResult.Items.class);
      assertThatThrownBy(() -> ahead.nextChunk(10)).isInstanceOf(PipelineException.class);
    }
  }

  @Test
  @Timeout(20)
  @DisplayName("closing stops a thread that waits for its source, and only then closes the source")
  void closesUnderAWaitingThread() throws Exception {
    var waiting = new CountDownLatch(1);
    var closed = new AtomicInteger();
    var left = new AtomicInteger();
    PipelineIterator<Integer> upstream = new PipelineIterator<>() {
      private boolean first = true;

      @Override
      public IteratorResult<Integer> nextChunk(int maxItems) throws InterruptedException {
        if (first) {
          first = false;
          return new IteratorResult.Items<>(List.of(1));
        }
        try {
          waiting.countDown();
          new CountDownLatch(1).await();
          return new IteratorResult.Finished<>();
        } finally {
          left.set(closed.get());
        }
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
    var ahead = ahead(upstream, threads, () -> 1_000);
    assertThat(ahead.nextChunk(10)).isEqualTo(new IteratorResult.Items<>(List.of(1)));
    waiting.await();
    ahead.close();
    assertThat(closed).hasPositiveValue();
    assertThat(left).as("left before the source was closed").hasValue(0);
    assertThat(leases.holders()).isEmpty();
  }

  /// The numbers from 0 on, as many as anybody wants.
  private static final class Endless implements PipelineIterator<Integer> {

    private final AtomicInteger given = new AtomicInteger();

    @Override
    public IteratorResult<Integer> nextChunk(int maxItems) {
      int from = given.getAndAdd(maxItems);
      return new IteratorResult.Items<>(Stream.iterate(from, number -> number + 1).limit(maxItems).toList());
    }

    @Override
    public void close() {}
  }
}
