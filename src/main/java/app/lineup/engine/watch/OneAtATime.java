package app.lineup.engine.watch;

/// Tells an observer one fact after the other, where several threads have some to tell. Thread-safe.
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
