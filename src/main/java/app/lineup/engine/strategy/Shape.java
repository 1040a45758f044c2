package app.lineup.engine.strategy;

/// How a strategy lets pass what it is given (decision 36). The conductor lays a run by it.
public enum Shape {
  /// A function of one block, on whichever thread; neighbours of this shape are fused.
  PER_BLOCK("each block by itself"),
  /// Sees the blocks in their order, on the run's thread.
  IN_ORDER("blocks in order"),
  /// Takes in more than a block before it gives the first on.
  RESTING("lets items rest");

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  /// What that is, as a table says it.
  public String words() {
    return words;
  }
}
