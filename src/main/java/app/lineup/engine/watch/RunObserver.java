package app.lineup.engine.watch;

/// Listens to the facts of a run. Called by one thread at a time, not always the same: return quickly, throw nothing.
@FunctionalInterface
public interface RunObserver {

  void onEvent(RunEvent event);

  /// The same observer, for several threads at once.
  default RunObserver oneAtATime() {
    return new SerialObserver(this);
  }

  /// An observer that listens to nothing.
  static RunObserver none() {
    return event -> {};
  }
}
