package app.lineup.gui.channels.model;

/// How the lineup that is shown stands to what it is made of.
public enum Freshness {
  /// There is no source to make one of.
  NO_SOURCES,
  /// There are sources, and no lineup yet.
  NONE,
  /// It is what a run would give now.
  CURRENT,
  /// A newer one is being made.
  UPDATING,
  /// It could not be made anew, or that was cancelled.
  OUT_OF_DATE
}
