package app.lineup.pipeline.logo;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// How one server is asked: a few requests at once, and no more once it does not answer. What waits for a slow server
/// waits in a queue here and keeps no thread from the others. Safe for many threads.
final class HostGate {

  /// As many connections as a browser leaves to the pictures of a page.
  static final int AT_ONCE = 4;

  /// A server that was silent so often in a row would keep the run waiting for each of its pictures.
  static final int MOST_SILENCES = 8;

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final AtomicInteger silences = new AtomicInteger();

  /// Lets `fetch` be run on one of `threads` when it is its turn.
  void submit(Runnable fetch, Executor threads) {
    waiting.add(fetch);
    start(threads);
  }

  private void start(Executor threads) {
    if (!waiting.isEmpty() && places.tryAcquire()) {
      threads.execute(() -> work(threads));
    }
  }

  private void work(Executor threads) {
    try {
      for (Runnable fetch = waiting.poll(); fetch != null; fetch = waiting.poll()) {
        fetch.run();
      }
    } finally {
      places.release();
    }
    // One that was submitted since the last look found no place.
    start(threads);
  }

  /// It answered, whatever it said.
  void answered() {
    silences.updateAndGet(count -> count >= MOST_SILENCES ? count : 0);
  }

  /// It did not answer, or not to the end.
  void silent() {
    silences.incrementAndGet();
  }

  /// Whether it is not asked any more in this run.
  boolean isGivenUp() {
    return silences.get() >= MOST_SILENCES;
  }
}
