package app.lineup.engine.strategy;

/// How a strategy holds what passes through it.
public enum ProcessingMode {
  /// A chunk at a time.
  STREAMING,
  /// Everything, before it gives the first item.
  BATCH,
  /// A chunk at a time, after it looked at everything once.
  HYBRID
}
