package app.lineup.gui.rules.model;

import java.util.Locale;

/// What a row of the rules does. Rules come before filters, as they do in a run.
public enum Kind {
  RULE,
  INCLUDE,
  EXCLUDE;

  /// Whether it decides only which channels stay.
  public boolean isFilter() {
    return this != RULE;
  }

  /// The end of its texts' keys, and its style.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
