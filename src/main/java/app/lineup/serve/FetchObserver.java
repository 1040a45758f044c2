package app.lineup.serve;

/// Hears of each request when its answer is over. Called by many threads; one that takes long holds up only its own.
@FunctionalInterface
public interface FetchObserver {

  /// A request is over, however it ended.
  void fetched(Fetch fetch);

  /// Listens to nothing.
  static FetchObserver none() {
    return _ -> {};
  }
}
