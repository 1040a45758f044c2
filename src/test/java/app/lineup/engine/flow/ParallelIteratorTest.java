package app.lineup.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.laws.Probe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the laws of iterators do not ask of one that works ahead.
final class ParallelIteratorTest {

  @Test
  @DisplayName("when the run is cancelled while it waits for a worker, that worker is told as well")
  void waitedFor() throws Exception {
    Thread here = Thread.currentThread();
    var never = new CountDownLatch(1);
    ExecutorService workers = Executors.newFixedThreadPool(2);
    ChunkFunction<Integer, Integer> function = items -> {
      try {
        if (items.contains(0)) {
          here.interrupt();
          never.await();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return items;
    };
    try (var stage = new ParallelIterator<>(Probe.of(10), () -> function, workers, 2)) {
      assertThat(catchThrowable(() -> stage.nextChunk(2))).isInstanceOf(InterruptedException.class);
    } finally {
      workers.shutdown();
    }
    assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }
}
