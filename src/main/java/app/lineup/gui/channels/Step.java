package app.lineup.gui.channels;

import java.util.List;

/// One step of a channel's way into the lineup. Immutable.
///
/// @param stage   where it happened, in words
/// @param what    what acted or what came of it: a source, the text of a rule, a number; may be empty
/// @param changes the fields that it changed
public record Step(String stage, String what, List<Change> changes) {

  public Step {
    changes = List.copyOf(changes);
  }

  /// A field that was changed, with credentials masked.
  ///
  /// @param field  its name in the rule language
  /// @param before its text before, empty where there was none
  /// @param after  its text after, empty where it was taken out
  public record Change(String field, String before, String after) {}
}
