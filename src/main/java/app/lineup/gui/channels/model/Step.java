package app.lineup.gui.channels.model;

import java.util.List;

/// One step of a channel's way into the lineup, with credentials masked. Immutable.
///
/// @param stage   where it happened
/// @param what    what happened, in words
/// @param code    the rule that acted, or the entry that was written; may be empty
/// @param changes the fields that changed
public record Step(String stage, String what, String code, List<Change> changes) {

  public Step {
    changes = List.copyOf(changes);
  }

  /// A field that changed.
  ///
  /// @param field  its name in the rule language
  /// @param before its text before, empty where there was none
  /// @param after  its text after, empty where it was taken out
  public record Change(String field, String before, String after) {}
}
