package app.lineup.gui.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// Carries work to the window's thread, in order. However much comes at once, that thread is woken once for all of it
/// and hands back between slices, so that it is never flooded. Thread-safe.
public final class FxRelay implements Executor {

  /// So much work is done before the window may paint again.
  private static final int SLICE = 500;

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();

  @Override
  public void execute(Runnable work) {
    waiting.add(work);
    wake();
  }

  private void wake() {
    if (woken.compareAndSet(false, true)) {
      Platform.runLater(this::drain);
    }
  }

  private void drain() {
    woken.set(false);
    for (int done = 0; done < SLICE; done++) {
      Runnable work = waiting.poll();
      if (work == null) {
        return;
      }
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        // What waits behind it is not its fault.
        wake();
        throw e;
      }
    }
    wake();
  }
}
