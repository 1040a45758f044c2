package app.lineup.engine.strategy;

/// Something that is so in a run from its beginning to its end, and makes a strategy one that it takes by itself.
public enum Condition {
  /// The run may keep several cores busy.
  SEVERAL_CORES("several cores"),
  /// Some rule is on.
  RULES("rules"),
  /// Nothing is filtered out.
  NO_FILTER("no filter"),
  /// Two sources or more take longer to unpack than all that is then done with them.
  SLOW_SOURCES("several lists that are slow to unpack"),
  /// Never so: the strategy is taken only where the user names it.
  NAMED("only where it is named");

  private final String words;

  Condition(String words) {
    this.words = words;
  }

  /// What has to be so, as a table says it.
  public String words() {
    return words;
  }
}
