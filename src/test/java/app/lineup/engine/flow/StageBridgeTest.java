package app.lineup.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

final class StageBridgeTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private StageBridge<Integer> bridge(PipelineIterator<Integer> upstream, BridgeLimits room) {
    return new StageBridge<>(upstream, "loading", threads, () -> room, number -> 10, LONG, () -> 0);
  }

  @TestFactory
  Stream<DynamicTest> laws() {
    return IteratorLaws.ofStage(upstream -> bridge(upstream, new BridgeLimits(4, 3, 1_000)), Function.identity());
  }

  @TestFactory
  Stream<DynamicTest> lawsWithTheLeastRoom() {
    return IteratorLaws.ofStage(upstream -> bridge(upstream, new BridgeLimits(1, 1, 0)), Function.identity());
  }

  /// Gives one item a pull, for each permit that is handed out, and counts how far it came.
  private static final class Counted implements PipelineIterator<Integer> {
    private final AtomicInteger given = new AtomicInteger();
    private final Semaphore permits;
    private final CountDownLatch closed = new CountDownLatch(1);

    Counted(int permits) {
      this.permits = new Semaphore(permits);
    }

    @Override
    public IteratorResult<Integer> nextChunk(int maxItems) throws InterruptedException {
      permits.acquire();
      return new IteratorResult.Items<>(List.of(given.getAndIncrement()));
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  @Timeout(20)
  void aSlowReaderHoldsAFastStageBackByChunks() throws Exception {
    var upstream = new Counted(Integer.MAX_VALUE);
    try (var bridge = bridge(upstream, new BridgeLimits(1, 3, 1_000))) {
      for (int taken = 1; taken <= 50; taken++) {
        bridge.nextChunk(1);
        assertThat(upstream.given.get()).as("taken, waiting, and one at hand").isLessThanOrEqualTo(taken + 3);
      }
    }
    assertThat(upstream.closed.getCount()).isZero();
  }

  @Test
  @Timeout(20)
  void weightCountsWhereChunksWouldFit() throws Exception {
    var upstream = new Counted(Integer.MAX_VALUE);
    try (var bridge = bridge(upstream, new BridgeLimits(1, 100, 15))) {
      for (int taken = 1; taken <= 50; taken++) {
        bridge.nextChunk(1);
        assertThat(upstream.given.get()).isLessThanOrEqualTo(taken + 3);
      }
    }
  }

  @Test
  @Timeout(20)
  void aStageThatIsStuckIsNamed() throws Exception {
    var upstream = new Counted(1);
    try (var bridge = new StageBridge<>(
        upstream, "source_loading", threads, () -> new BridgeLimits(1, 2, 100), number -> 1, Duration.ofMillis(30),
        () -> 0)) {
      bridge.nextChunk(1);
      assertThatThrownBy(() -> bridge.nextChunk(1)).isInstanceOf(PipelineException.class)
          .extracting(e -> ((PipelineException) e).subject()).isEqualTo("source_loading");
    }
    assertThat(upstream.closed.getCount()).isZero();
  }

  @Test
  @Timeout(20)
  void aStageThatIsSlowAndLivesIsWaitedFor() throws Exception {
    var upstream = new Counted(0);
    var bytes = new AtomicInteger();
    // Each time somebody asks whether anything came in, something did; after a while that is enough for a chunk.
    LongSupplier alive = () -> {
      if (bytes.incrementAndGet() == 5) {
        upstream.permits.release();
      }
      return bytes.get();
    };
    try (var bridge = new StageBridge<>(
        upstream, "source_loading", threads, () -> new BridgeLimits(1, 1, 100), number -> 1, Duration.ofMillis(10),
        alive)) {
      assertThat(bridge.nextChunk(1)).isEqualTo(new IteratorResult.Items<>(List.of(0)));
    }
  }

  @Test
  @Timeout(20)
  void whoWaitsIsCancelledByAnInterrupt() throws Exception {
    var upstream = new Counted(0);
    try (var bridge = bridge(upstream, new BridgeLimits(1, 2, 100))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> bridge.nextChunk(1)).isInstanceOf(InterruptedException.class);
    }
    assertThat(upstream.closed.getCount()).isZero();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  @Timeout(20)
  void aBridgeWhoseThreadNeverCameIsClosedAtOnce() throws Exception {
    var upstream = new Counted(1);
    ExecutorService busy = Executors.newSingleThreadExecutor();
    try {
      var free = new CountDownLatch(1);
      var _ = busy.submit(() -> {
        free.await();
        return "free";
      });
      var bridge = new StageBridge<>(
          upstream, "loading", busy, () -> new BridgeLimits(1, 1, 1), number -> 1, Duration.ofMillis(1), () -> 0);
      assertThatThrownBy(() -> bridge.nextChunk(1)).isInstanceOf(PipelineException.class);
      bridge.close();
      assertThat(upstream.closed.getCount()).isZero();
      free.countDown();
      busy.submit(() -> {}).get();
      assertThat(upstream.given.get()).isZero();
    } finally {
      busy.shutdownNow();
    }
  }

  @Property(tries = 50)
  void nothingIsLostWhateverTheRoomBecomes(
      @ForAll @IntRange(max = 500) int items,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 40) Integer> rooms,
      @ForAll @IntRange(min = 1, max = 50) int pull) throws Exception {
    var next = new AtomicInteger();
    var own = Executors.newSingleThreadExecutor();
    try (var bridge = new StageBridge<>(
        Probe.of(items), "loading", own,
        () -> {
          int size = rooms.get(next.getAndIncrement() % rooms.size());
          return new BridgeLimits(size, 1 + size % 5, size * 7L);
        },
        number -> 10, LONG, () -> 0)) {
      List<Integer> all = new ArrayList<>();
      while (bridge.nextChunk(pull) instanceof IteratorResult.Items<Integer>(List<Integer> chunk)) {
        all.addAll(chunk);
      }
      assertThat(all).isEqualTo(IteratorLaws.numbers(items));
    } finally {
      own.shutdownNow();
    }
  }

  @Test
  @Timeout(20)
  void aRuntimeFailureComesAcrossAsItIs() {
    var failure = new AtomicReference<RuntimeException>(new IllegalStateException("broken"));
    PipelineIterator<Integer> broken = PipelineIterator.of(List.of(1)).map(number -> {
      throw failure.get();
    });
    try (var bridge = bridge(broken, new BridgeLimits(1, 1, 1))) {
      assertThatThrownBy(() -> bridge.nextChunk(1)).isSameAs(failure.get());
    }
  }
}
