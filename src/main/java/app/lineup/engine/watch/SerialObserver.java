package app.lineup.engine.watch;

/// Tells an observer one fact after the other, where several threads have some to tell. Thread-safe.
final class SerialObserver implements RunObserver {

  private final RunObserver observer;

  SerialObserver(RunObserver observer) {
    this.observer = observer;
  }

  @Override
  public synchronized void onEvent(RunEvent event) {
    observer.onEvent(event);
  }
}
