package app.lineup.boot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a run end cleanly when the process is told to: Ctrl-C, SIGTERM, the end of the session. It interrupts the run's
/// thread and keeps the process alive until that has cleaned up. Thread-safe.
final class Shutdown implements AutoCloseable {

  /// Longer than any clean-up takes; short enough that nobody reaches for `kill -9`.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Thread run;
  private final CountDownLatch cleaned = new CountDownLatch(1);
  private final Runnable lastResort;

  private Shutdown(Thread run, Runnable lastResort) {
    this.run = run;
    this.lastResort = lastResort;
  }

  /// Guards the calling thread until it is closed.
  ///
  /// @param lastResort what can still be done from another thread where the run does not react
  static Shutdown guard(Runnable lastResort) {
    var shutdown = new Shutdown(Thread.currentThread(), lastResort);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stop, "shutdown"));
    return shutdown;
  }

  /// What the hook does.
  void stop() {
    if (cleaned.getCount() == 0) {
      return;
    }
    run.interrupt();
    try {
      if (!cleaned.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        lastResort.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says that the run has cleaned up and the process may end. May be called twice.
  @Override
  public void close() {
    cleaned.countDown();
  }
}
