package app.lineup.gui.run.model;

import java.util.Locale;

/// Where the user goes to mend what a run was refused for.
public enum FixTarget {
  SOURCES,
  RULES;

  /// The end of its texts' keys.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
