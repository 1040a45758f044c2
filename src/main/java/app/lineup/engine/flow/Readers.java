package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Threads on which is read what may keep its reader waiting for ever, and how long somebody waits for them. A thread
/// whose read cannot be interrupted is left behind, so that they have to be ones that do not keep the program alive.
/// Immutable, thread-safe.
///
/// @param threads  as many as are asked for, none of them shared with what computes
/// @param patience how long to wait for the next block
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
  /// @throws PipelineException    if it fails, or gives nothing in time; it is interrupted then
  /// @throws InterruptedException if this thread was interrupted; so is the work
  public <T> T await(String subject, Work<T> work) throws PipelineException, InterruptedException {
    Future<T> under = threads.submit(work::get);
    try {
      return under.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw Stuck.failure(subject, patience);
    } catch (ExecutionException e) {
      ThreadFailures.rethrow(e.getCause());
      throw new IllegalStateException(e);
    } finally {
      under.cancel(true);
    }
  }
}
