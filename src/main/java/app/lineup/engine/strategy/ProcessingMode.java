package app.lineup.engine.strategy;

/// How a strategy holds what passes through it, the most frugal way first.
public enum ProcessingMode {
  /// A chunk at a time.
  STREAMING,
  /// A chunk at a time, after it looked at everything once.
  HYBRID,
  /// Everything, before it gives the first item.
  BATCH
}
