package app.lineup.engine.run;

import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;

/// Tells an observer one fact after the other, where stages that are read ahead have some to tell as well. Thread-safe.
final class OneAtATime implements RunObserver {

  private final RunObserver observer;

  OneAtATime(RunObserver observer) {
    this.observer = observer;
  }

  @Override
  public synchronized void onEvent(RunEvent event) {
    observer.onEvent(event);
  }
}
