package app.lineup.engine.record;

/// What an item of a kind counts for that cannot weigh itself: estimates, on the large side (decision 17).
public enum DeclaredWeight {
  CHANNEL(2 * 1024),
  PROGRAMME(1024),
  RULE(512),
  LOGO(100 * 1024),
  /// A kind that nothing was declared for.
  ANYTHING(1024);

  private final long bytes;

  DeclaredWeight(long bytes) {
    this.bytes = bytes;
  }

  /// How many bytes of memory that is.
  public long bytes() {
    return bytes;
  }
}
