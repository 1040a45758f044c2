package app.lineup.gui.channels.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// An executor whose work is done when the test says so. Not thread-safe; used by the test's thread.
final class Hand implements Executor {

  private final Deque<Runnable> waiting = new ArrayDeque<>();

  @Override
  public void execute(Runnable work) {
    waiting.add(work);
  }

  int waiting() {
    return waiting.size();
  }

  /// Does what has waited longest.
  void one() {
    waiting.removeFirst().run();
  }

  /// Does all that waits, and what comes of it.
  void all() {
    while (!waiting.isEmpty()) {
      one();
    }
  }
}
