package app.lineup.engine.watch;

/// Listens to the facts of a run. Called on the run's own thread: return quickly, throw nothing.
@FunctionalInterface
public interface RunObserver {

  void onEvent(RunEvent event);

  /// An observer that listens to nothing.
  static RunObserver none() {
    return event -> {};
  }
}
