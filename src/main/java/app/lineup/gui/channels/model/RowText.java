package app.lineup.gui.channels.model;

/// A channel as its row says it. Immutable.
///
/// @param number its number, empty where it has none
/// @param name   its name
/// @param group  its group, empty where it has none
/// @param id     its `tvg-id`, empty where it has none
/// @param type   what its stream carries, in words
/// @param source the source's name
public record RowText(String number, String name, String group, String id, String type, String source) {

  /// What a row says until its channel was read.
  static final RowText WAITING = new RowText("…", "…", "…", "…", "…", "…");
}
