package app.lineup.stages.logo;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// How one server is asked: a few requests at once, and no more once it does not answer. Safe for many threads.
final class HostGate {

  /// As many connections as a browser leaves to the pictures of a page.
  static final int AT_ONCE = 4;

  /// A server that was silent so often in a row would keep the run waiting for each of its pictures.
  static final int MOST_SILENCES = 8;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final AtomicInteger silences = new AtomicInteger();

  void enter() throws InterruptedException {
    places.acquire();
  }

  void leave() {
    places.release();
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
