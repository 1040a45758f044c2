package app.lineup.gui.rules.model;

import java.util.List;

/// A rule set that may be taken in, in words. Immutable.
///
/// @param title       what it is called
/// @param description what it does; may be empty
/// @param summary     how much of it would come in, and how
/// @param rows        its rules and filters
/// @param some        whether anything of it would be added to what is there
public record OfferedSet(String title, String description, String summary, List<Row> rows, boolean some) {

  public OfferedSet {
    rows = List.copyOf(rows);
  }

  /// One of its rules.
  ///
  /// @param kind what it is
  /// @param note what it is for, or what is wrong with it
  public record Row(String kind, String text, String note, boolean wrong) {}
}
