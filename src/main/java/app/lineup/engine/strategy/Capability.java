package app.lineup.engine.strategy;

/// Something that a strategy can do and another of the same stage may not.
public enum Capability {
  /// Each item becomes what it becomes without regard to those before it, and once its upstream says that nothing more
  /// comes, it gives all it holds: another strategy can go on in its place in the middle of a run. What an end means is
  /// then none of its business.
  SWITCHES_MID_STAGE("switches in mid-run"),
  /// It asks the filters. A run with filters cannot do with less.
  JUDGES_FILTERS("to ask the filters");

  private final String words;

  Capability(String words) {
    this.words = words;
  }

  /// What it can do, as a table says it.
  public String words() {
    return words;
  }
}
