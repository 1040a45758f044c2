package app.lineup.gui.sources.model;

/// What is known about a source.
public enum State {
  NOT_LOOKED_AT,
  COUNTING,
  OK,
  EMPTY,
  /// The last refresh failed, and the list from before stays in use.
  STALE,
  FAILED;

  /// Whether it has counts to show.
  public boolean isCounted() {
    return switch (this) {
      case OK, EMPTY, STALE -> true;
      case NOT_LOOKED_AT, COUNTING, FAILED -> false;
    };
  }
}
