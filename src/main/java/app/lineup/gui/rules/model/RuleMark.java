package app.lineup.gui.rules.model;

import java.util.Locale;

/// What a rule or filter does in all lists, for its row. Immutable.
///
/// @param notice what there is to notice
/// @param count how many channels it is for, in figures
/// @param tells the same in a sentence
public record RuleMark(Notice notice, String count, String tells) {

  /// What there is to notice about a rule.
  public enum Notice {
    /// It does something.
    WORKS,
    /// It is for no channel.
    NOTHING,
    /// It is for some, and they are already as it would make them.
    IDLE,
    /// An earlier row leaves it nothing to do.
    USELESS;

    /// The end of its style.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
