package app.lineup.gui.run.model;

/// How far a stage has come, as its card shows it.
public enum Progress {
  WAITING,
  RUNNING,
  ENDED,
  STOPPED
}
