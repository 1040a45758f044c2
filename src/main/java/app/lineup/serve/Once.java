package app.lineup.serve;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A value that is made once, by the thread that asks first; who asks meanwhile waits for it without holding a lock.
/// Also remembers that it could not be made. Thread-safe.
final class Once<T> {

  private final AtomicReference<@Nullable FutureTask<T>> made = new AtomicReference<>();

  /// The value.
  ///
  /// @param work makes it, unless it is made already
  T get(Callable<T> work) throws IOException {
    FutureTask<T> task = made.get();
    if (task == null) {
      var mine = new FutureTask<>(work);
      task = made.compareAndExchange(null, mine);
      if (task == null) {
        task = mine;
        mine.run();
      }
    }
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server is closing");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /// The value, or null where nobody asked for it or it could not be made.
  @Nullable T peek() {
    FutureTask<T> task = made.get();
    return task != null && task.state() == FutureTask.State.SUCCESS ? task.resultNow() : null;
  }
}
