package app.lineup.cli.commands;

/// What memory pressure is judged by.
public enum Gauge {
  /// The heap that collections leave, and direct memory.
  LIVE,
  /// What the system counts as the process's own, less what it was at the start.
  RSS
}
