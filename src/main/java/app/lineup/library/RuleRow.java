package app.lineup.library;

import app.lineup.model.RuleKind;

/// A mapping rule or a filter. Immutable.
///
/// @param id   what it is known by
/// @param kind what it does with the channels that it matches
/// @param text as the user wrote it, whether it can be understood or not
/// @param on   whether it takes part in a run
public record RuleRow(long id, RuleKind kind, String text, boolean on) implements Row {

  @Override
  public Part part() {
    return Part.RULES;
  }

  @Override
  public Row with(Row before, Row after) {
    var was = (RuleRow) before;
    var now = (RuleRow) after;
    return new RuleRow(id, was.kind == now.kind ? kind : now.kind, was.text.equals(now.text) ? text : now.text,
        was.on == now.on ? on : now.on);
  }

  /// This row with another text.
  public RuleRow withText(String now) {
    return new RuleRow(id, kind, now, on);
  }

  /// This row switched on or off.
  public RuleRow withOn(boolean now) {
    return new RuleRow(id, kind, text, now);
  }
}
