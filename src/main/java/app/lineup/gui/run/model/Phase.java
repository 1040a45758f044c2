package app.lineup.gui.run.model;

import java.util.Locale;

/// Where a run stands.
public enum Phase {
  IDLE,
  RUNNING,
  CANCELLING,
  DONE,
  CANCELLED,
  FAILED;

  /// Whether a run is under way.
  public boolean isBusy() {
    return this == RUNNING || this == CANCELLING;
  }

  /// The end of its texts' keys.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
