package app.lineup.engine.flow;

import app.lineup.engine.watch.BusyTime;
import app.lineup.problem.PipelineException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// What went wrong on one thread, thrown on the one that has to hear of it. Thread-safe: no state.
public final class ThreadFailures {

  private ThreadFailures() {}

  /// Waits for what a worker makes of a chunk or a list.
  ///
  /// @throws InterruptedException if the work was cancelled, or this thread was
  public static <T> T resultOf(Future<T> work) throws PipelineException, InterruptedException {
    try (var _ = BusyTime.ofNobody()) {
      return work.get();
    } catch (CancellationException e) {
      throw new InterruptedException("the run was cancelled");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case PipelineException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// Throws what another thread left behind; does nothing where that is null.
  static void rethrow(@Nullable Throwable failure) throws PipelineException, InterruptedException {
    switch (failure) {
      case null -> {}
      case PipelineException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
