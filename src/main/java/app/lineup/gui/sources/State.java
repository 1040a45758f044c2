package app.lineup.gui.sources;

/// What is known about a source.
public enum State {
  NOT_LOOKED_AT,
  COUNTING,
  OK,
  EMPTY,
  FAILED
}
