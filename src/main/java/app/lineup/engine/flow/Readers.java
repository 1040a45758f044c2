package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Threads on which is read what may keep its reader waiting for ever, and how long somebody waits for them. A thread
/// whose read cannot be interrupted is left behind, so that they have to be ones that do not keep the program alive.
/// Immutable, thread-safe.
///
/// @param threads  as many as are asked for, none of them shared with what computes
/// @param patience how long to wait while nothing comes
public record Readers(ExecutorService threads, Duration patience) {

  /// Longer than a provider takes to make a list that its program waits for.
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /// With the usual patience.
  public Readers(ExecutorService threads) {
    this(threads, PATIENCE);
  }

  /// What may wait.
  ///
  /// @param <T> what it gives
  @FunctionalInterface
  public interface Work<T> {
    T get() throws PipelineException, InterruptedException;
  }

  /// Has `work` done and waits for what it gives.
  ///
  /// @param subject what it reads, for the message that nothing comes; carries no credential
  /// @param alive   grows with each byte that comes, asked on this thread; what is slow, and lives, is waited for
  /// @throws PipelineException    if it fails, or nothing comes for too long; it is interrupted then
  /// @throws InterruptedException if this thread was interrupted; so is the work
  public <T> T await(String subject, LongSupplier alive, Work<T> work) throws PipelineException, InterruptedException {
    Future<T> under = threads.submit(work::get);
    try {
      return result(under, subject, alive);
    } catch (ExecutionException e) {
      ThreadFailures.rethrow(e.getCause());
      throw new IllegalStateException(e);
    } finally {
      under.cancel(true);
    }
  }

  private <T> T result(Future<T> under, String subject, LongSupplier alive)
      throws PipelineException, InterruptedException, ExecutionException {
    long before = alive.getAsLong();
    while (true) {
      try {
        return under.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        long now = alive.getAsLong();
        if (now == before) {
          throw Stuck.failure(subject, patience);
        }
        before = now;
      }
    }
  }
}
