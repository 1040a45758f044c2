package app.lineup.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.watch.StageMeter;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The iterators of `engine.flow` keep the laws, and each its own promise.
final class FlowLawsTest {

  private ExecutorService workers;

  @BeforeEach
  void start() {
    workers = Executors.newFixedThreadPool(3);
  }

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  /// Keeps the odd numbers, each twice, so that chunks come out empty, smaller and larger.
  private static List<Integer> oddTwice(List<Integer> numbers) {
    List<Integer> out = new ArrayList<>();
    for (Integer number : numbers) {
      if (number % 2 == 1) {
        out.add(number);
        out.add(-number);
      }
    }
    return out;
  }

  private static List<Integer> fewOf(List<Integer> numbers) {
    return numbers.stream().filter(number -> number % 50 == 1).toList();
  }

  @TestFactory
  Stream<DynamicTest> listIterator() {
    return IteratorLaws.ofSource(size -> PipelineIterator.of(IteratorLaws.numbers(size)), IteratorLaws::numbers);
  }

  @TestFactory
  Stream<DynamicTest> mappingIterator() {
    return IteratorLaws.ofStage(
        upstream -> upstream.map(number -> "n" + number), numbers -> numbers.stream().map(number -> "n" + number)
        .toList());
  }

  @TestFactory
  Stream<DynamicTest> chunkIterator() {
    return IteratorLaws.ofStage(upstream -> new ChunkIterator<>(upstream, FlowLawsTest::oddTwice),
        FlowLawsTest::oddTwice);
  }

  @TestFactory
  Stream<DynamicTest> chunkIteratorThatDropsMost() {
    return IteratorLaws.ofStage(upstream -> new ChunkIterator<>(upstream, FlowLawsTest::fewOf), FlowLawsTest::fewOf);
  }

  @TestFactory
  Stream<DynamicTest> bufferedIterator() {
    return IteratorLaws.ofStage(upstream -> new BufferedIterator<>(upstream, () -> 5), numbers -> numbers);
  }

  @Test
  @DisplayName("a buffered iterator gives full chunks however it is fed")
  void fullChunks() throws Exception {
    try (var buffered = new BufferedIterator<>(Probe.of(100), () -> 5)) {
      for (int from = 0; from < 98; from += 7) {
        assertThat(buffered.nextChunk(7))
            .isEqualTo(new IteratorResult.Items<>(IteratorLaws.numbers(100).subList(from, from + 7)));
      }
      assertThat(buffered.nextChunk(7)).isEqualTo(new IteratorResult.Items<>(List.of(98, 99)));
      assertThat(buffered.nextChunk(7)).isEqualTo(new IteratorResult.Finished<>());
    }
  }

  @TestFactory
  Stream<DynamicTest> bufferedIteratorOverFew() {
    return IteratorLaws.ofStage(
        upstream -> new BufferedIterator<>(new ChunkIterator<>(upstream, FlowLawsTest::fewOf), () -> 3),
        FlowLawsTest::fewOf);
  }

  @TestFactory
  Stream<DynamicTest> parallelIterator() {
    return IteratorLaws.ofStage(
        upstream -> new ParallelIterator<>(upstream, () -> FlowLawsTest::oddTwice, pool(), 4), FlowLawsTest::oddTwice);
  }

  @TestFactory
  Stream<DynamicTest> parallelIteratorThatDropsMost() {
    return IteratorLaws.ofStage(
        upstream -> new ParallelIterator<>(upstream, () -> FlowLawsTest::fewOf, pool(), 1), FlowLawsTest::fewOf);
  }

  @TestFactory
  Stream<DynamicTest> endHook() {
    return IteratorLaws.ofStage(upstream -> new OnCompletion<>(upstream, () -> {}), Function.identity());
  }

  /// Dynamic tests run after this method has ended, each with the workers of the class.
  private ExecutorService pool() {
    return workers;
  }

  @Test
  @DisplayName("a function that fails on a chunk fails the pull that would give its items, and not an earlier one")
  void functionFails() throws Exception {
    ChunkFunction<Integer, Integer> failing = chunk -> {
      if (chunk.contains(30)) {
        throw new PipelineException(PipelineException.Kind.USER, "it", "no 30", "");
      }
      return chunk;
    };
    for (boolean parallel : new boolean[] {false, true}) {
      var upstream = Probe.of(100);
      List<Integer> given = new ArrayList<>();
      try (PipelineIterator<Integer> iterator = parallel
          ? new ParallelIterator<>(upstream, () -> failing, workers, 8)
          : new ChunkIterator<>(upstream, failing)) {
        Throwable failure = catchThrowable(() -> {
          while (iterator.nextChunk(5) instanceof IteratorResult.Items<Integer>(List<Integer> chunk)) {
            given.addAll(chunk);
          }
        });
        assertThat(failure).isInstanceOf(PipelineException.class).hasMessage("no 30");
      }
      assertThat(given).isEqualTo(IteratorLaws.numbers(given.size())).doesNotContain(30).contains(20);
      assertThat(upstream.closes()).isPositive();
    }
  }

  @Test
  @DisplayName("unchecked failures and errors of a worker reach the thread that pulls as they are")
  void workerFails() {
    for (Throwable thrown : new Throwable[] {new IllegalStateException("state"), new StackOverflowError("deep")}) {
      ChunkFunction<Integer, Integer> failing = chunk -> {
        switch (thrown) {
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          default -> throw new AssertionError(thrown);
        }
      };
      try (var iterator = new ParallelIterator<>(Probe.of(10), () -> failing, workers, 2)) {
        assertThat(catchThrowable(() -> iterator.nextChunk(5))).isSameAs(thrown);
      }
    }
  }

  @Test
  @DisplayName("a parallel iterator has no more chunks under way than it may")
  void boundsReadAhead() throws Exception {
    var upstream = Probe.of(1000);
    try (var iterator = new ParallelIterator<Integer, Integer>(upstream, () -> chunk -> chunk, workers, 3)) {
      iterator.nextChunk(2);
      assertThat(upstream.pulls()).isEqualTo(3);
      iterator.nextChunk(2);
      assertThat(upstream.pulls()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  @DisplayName("a parallel iterator says how many chunks are under way, and none after its end")
  void depthIsTold() throws Exception {
    StageMeter meter = StageMeter.unwatched();
    List<Integer> depths = new ArrayList<>();
    try (var iterator = new ParallelIterator<Integer, Integer>(
        PipelineIterator.of(IteratorLaws.numbers(8)), () -> chunk -> chunk, workers, () -> 3, meter)) {
      while (iterator.nextChunk(2) instanceof IteratorResult.Items) {
        depths.add(meter.load().chunksAhead());
      }
      assertThat(depths).containsExactly(3, 3, 2, 1);
      assertThat(meter.load().chunksAhead()).isZero();
    }
    try (var early = new ParallelIterator<Integer, Integer>(
        PipelineIterator.of(IteratorLaws.numbers(8)), () -> chunk -> chunk, workers, () -> 3, meter)) {
      early.nextChunk(2);
      assertThat(meter.load().chunksAhead()).isPositive();
    }
    assertThat(meter.load().chunksAhead()).isZero();
  }

  @TestFactory
  Stream<DynamicTest> firstItemsLaws() {
    return IteratorLaws.ofStage(upstream -> new FirstItems<>(upstream, Long.MAX_VALUE), Function.identity());
  }

  @Test
  @DisplayName("who has the first items closes what is above, and asks it for no more than is missing")
  void firstItems() throws Exception {
    Probe upstream = Probe.of(100);
    try (var first = new FirstItems<>(upstream, 5)) {
      List<Integer> got = new ArrayList<>();
      while (first.nextChunk(3) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
        assertThat(upstream.closes()).isZero();
        got.addAll(items);
      }
      assertThat(got).containsExactly(0, 1, 2, 3, 4);
      assertThat(upstream.closes()).isEqualTo(1);
      assertThat(first.nextChunk(3)).isInstanceOf(IteratorResult.Finished.class);
    }
    assertThat(upstream.isAbused()).isFalse();
  }

  @Test
  @DisplayName("a function is used by one thread at a time, and again by the next")
  void eachFunctionIsUsedByOneThreadAtATime() throws Exception {
    var made = new AtomicInteger();
    try (var iterator = new ParallelIterator<>(Probe.of(2000), () -> oneThreadAtATime(made), workers, 6)) {
      while (iterator.nextChunk(10) instanceof IteratorResult.Items) {
        assertThat(made.get()).isLessThanOrEqualTo(3);
      }
    }
    assertThat(made.get()).isPositive();
  }

  private static ChunkFunction<Integer, Integer> oneThreadAtATime(AtomicInteger made) {
    made.incrementAndGet();
    var busy = new AtomicBoolean();
    return chunk -> {
      assertThat(busy.getAndSet(true)).isFalse();
      List<Integer> out = oddTwice(chunk);
      busy.set(false);
      return out;
    };
  }

  @Test
  @DisplayName("closing a parallel iterator interrupts the work under way")
  void closeInterruptsWork() throws Exception {
    var interrupted = new CountDownLatch(1);
    var working = new CountDownLatch(2);
    ChunkFunction<Integer, Integer> slow = chunk -> {
      working.countDown();
      if (chunk.contains(0)) {
        return chunk;
      }
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
      return chunk;
    };
    var iterator = new ParallelIterator<>(Probe.of(1000), () -> slow, workers, 2);
    iterator.nextChunk(2);
    working.await();
    iterator.close();
    interrupted.await();
    assertThat(interrupted.getCount()).isZero();
  }

  @Test
  @DisplayName("an end hook runs once at the end, and not when closed early; its failure is the pull's")
  void endHookRuns() throws Exception {
    var ran = new AtomicInteger();
    try (var whole = new OnCompletion<>(Probe.of(3), ran::incrementAndGet)) {
      while (whole.nextChunk(1) instanceof IteratorResult.Items) {
        assertThat(ran).hasValue(0);
      }
      assertThat(ran).hasValue(1);
      whole.nextChunk(1);
      assertThat(ran).hasValue(1);
    }
    try (var early = new OnCompletion<>(Probe.of(3), ran::incrementAndGet)) {
      early.nextChunk(1);
    }
    assertThat(ran).hasValue(1);
    var failure = new PipelineException(PipelineException.Kind.USER, "list", "in vain", "");
    try (var vain = new OnCompletion<>(Probe.of(0), () -> {
      throw failure;
    })) {
      assertThat(catchThrowable(() -> vain.nextChunk(1))).isSameAs(failure);
    }
  }

  @Test
  @DisplayName("a chunk is never empty")
  void noEmptyChunk() {
    assertThat(catchThrowable(() -> new IteratorResult.Items<>(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
